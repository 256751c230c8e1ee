using System.CommandLine;
using Harness.Experiments;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Cli.Commands;

/// <summary><c>harness new</c>: a starting file that is valid, and its schema beside it for the editor.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Command command = new("new", "Write a starting file into spec/, or here where there is no spec/: it is valid as it is.");
        command.Add(Kind("process", "A process: processes/<id>.json.", "processes", SchemaFiles.Process, SpecTemplate.Process));
        command.Add(Kind("experiment", "An experiment with one claim: experiments/<id>.json.", "experiments", SchemaFiles.Experiment, SpecTemplate.Experiment));
        return command;
    }

    private static Command Kind(string name, string description, string folder, string schema, Func<string, string> template)
    {
        Argument<string> id = new("id") { Description = "Lower-case letters, digits and single hyphens, such as golden-mean." };
        Command command = new(name, description) { id };
        command.SetAction(parsed => Write(parsed.GetValue(id)!, folder, schema, template, Surroundings.Read()));
        return command;
    }

    private static int Write(string id, string folder, string schema, Func<string, string> template, Surroundings surroundings)
    {
        Arguments arguments = new();
        string here = surroundings.Workspace.CurrentFolder;
        string specs = Directory.Exists(Path.Combine(here, "spec")) ? Path.Combine(here, "spec") : here;
        string file = Path.Combine(specs, folder, id + ".json"), schemaFile = Path.Combine(specs, "schema", schema);
        if (!ProcessCheck.IsId(id))
        {
            arguments.At["id"].Report(Problems.BadId(id));
        }
        else if (Path.Exists(file))
        {
            arguments.At["id"].Report(Problems.Inconsistent($"'{surroundings.Workspace.Shown(file)}' is there already.", "Use another id, or edit the file; nothing is overwritten."));
        }
        arguments.ThrowIfAny();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, template(id));
        Output.Result(surroundings.Workspace.Shown(file));
        if (!File.Exists(schemaFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(schemaFile)!);
            File.WriteAllText(schemaFile, SchemaFiles.All(surroundings.Workspace.Format).Single(each => each.Name == schema).Content);
            Output.Result(surroundings.Workspace.Shown(schemaFile));
        }
        return ExitCode.AsExpected;
    }
}
