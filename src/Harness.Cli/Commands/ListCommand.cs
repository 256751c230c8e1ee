using System.CommandLine;
using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Processes;
using Harness.Runner;
using Harness.Runner.Families;
using Harness.Specs;
using Spectre.Console;

namespace Harness.Cli.Commands;

/// <summary><c>harness list</c>: what there is to write in a spec.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        Command command = new("list", "What exists: processes, families, architectures, models, measurements, claims.");
        command.Add(Kinds("processes", "Processes that can be named from here.", Processes));
        command.Add(Kinds("families", "Families of processes that claims can be tested over.", Families));
        command.Add(Kinds("architectures", "Kinds of networks, with their properties.", surroundings => Kinds<Architecture>(surroundings)));
        command.Add(Kinds("models", "Kinds of files with networks that were made before, with their properties.", surroundings => Kinds<Model>(surroundings)));
        command.Add(Kinds("measurements", "Kinds of measurements, with their properties.", surroundings => Kinds<Measurement>(surroundings)));
        Argument<string[]> paths = new("path") { Description = "Specs or folders; spec/experiments by default.", Arity = ArgumentArity.ZeroOrMore };
        Command claims = new("claims", "Claims of the specs, with tier, status and what is expected.") { paths };
        claims.SetAction(parsed => Show(Claims(parsed.GetValue(paths)!, Surroundings.Read())));
        command.Add(claims);
        return command;
    }

    private static Command Kinds(string name, string description, Func<Surroundings, Table> table)
    {
        Command command = new(name, description);
        command.SetAction(_ => Show(table(Surroundings.Read())));
        return command;
    }

    private static int Show(Table table)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 160;
        }
        console.Write(table.Border(TableBorder.Horizontal));
        return table.Rows.Count > 0 ? ExitCode.AsExpected : ExitCode.NothingSelected;
    }

    private static Table Processes(Surroundings surroundings)
    {
        List<Problem> problems = [];
        ProcessLibrary library = surroundings.Workspace.Library(problems);
        Table table = Columns("process", "parameters", "what it is");
        string folder = SpecFolder(surroundings);
        foreach (string id in library.Ids(folder))
        {
            IProcessFamily? file = library.Find(id, folder, Scope.Root("<arguments>", null, problems))?.File;
            table.AddRow(
                Markup.Escape(id),
                Markup.Escape(string.Join(", ", (file?.Parameters ?? new Dictionary<string, ProcessParameter>()).Select(p => FormattableString.Invariant($"{p.Key} = {p.Value.Default}")))),
                Markup.Escape(file?.Title ?? "(cannot be read: run harness validate)"));
        }
        return table;
    }

    private static Table Families(Surroundings surroundings)
    {
        List<Problem> problems = [];
        FamilyLibrary library = surroundings.Workspace.Families(surroundings.Workspace.Library(problems), problems);
        Table table = Columns("family", "law", "what it is");
        string folder = SpecFolder(surroundings);
        foreach (string id in library.Ids(folder))
        {
            LoadedFamily? family = library.Find(id, folder, Scope.Root("<arguments>", null, problems));
            table.AddRow(Markup.Escape(id), Markup.Escape(family?.Law ?? ""), Markup.Escape(family?.File.Title ?? "(cannot be read: run harness validate)"));
        }
        return table;
    }

    private static string SpecFolder(Surroundings surroundings) => Directory.Exists(Path.Combine(surroundings.Workspace.Root, "spec"))
        ? Path.Combine(surroundings.Workspace.Root, "spec")
        : surroundings.Workspace.CurrentFolder;

    private static Table Kinds<T>(Surroundings surroundings)
    {
        Table table = Columns("kind", "properties");
        foreach ((string name, Type type) in surroundings.Workspace.Format.KindsOf(typeof(T)))
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(string.Join(", ", surroundings.Workspace.Format.Options.GetTypeInfo(type).Properties.Select(property => property.Name))));
        }
        return table;
    }

    private static Table Claims(string[] paths, Surroundings surroundings)
    {
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load(paths.Length > 0 ? paths : ["spec/experiments"], surroundings.Workspace);
        Table table = Columns("claim", "tier", "status", "expect", "statement");
        foreach (Claim claim in experiments.SelectMany(experiment => experiment.Spec.Claims))
        {
            table.AddRow(
                Markup.Escape(FormattableString.Invariant($"{claim.Id} v{claim.Version}")), claim.Tier.ToString().ToLowerInvariant(),
                claim.Status.ToString().ToLowerInvariant(), claim.Expect.ToString().ToLowerInvariant(), Markup.Escape(claim.Statement));
        }
        return table;
    }

    private static Table Columns(params string[] names)
    {
        Table table = new();
        foreach (string name in names)
        {
            table.AddColumn(name);
        }
        return table;
    }
}
