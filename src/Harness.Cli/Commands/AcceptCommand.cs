using System.CommandLine;
using Harness.Experiments;
using Harness.Specs;

namespace Harness.Cli.Commands;

/// <summary><c>harness accept</c>: what tests received becomes what is accepted.</summary>
internal static class AcceptCommand
{
    private const string Received = ".received.";
    private const string Verified = ".verified.";

    public static Command Create()
    {
        Argument<string[]> names = new("name") { Description = "Goldens to accept, such as theory/mess3; all by default.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("accept", "Accept received goldens: *.received.* replaces *.verified.*. Refused when CI is set.") { names };
        command.SetAction(parsed => Accept(parsed.GetValue(names)!, Surroundings.Read(), CommonOptions.Output(parsed)));
        return command;
    }

    private static int Accept(string[] names, Surroundings surroundings, Output output)
    {
        Arguments arguments = new();
        string golden = Path.Combine(surroundings.Workspace.Root, "golden");
        if (surroundings.IsContinuousIntegration)
        {
            arguments.At.Report(Problems.Inconsistent("Goldens are not accepted where CI is set: a build server must not approve its own results.", "Run harness accept on your machine and commit the result."));
        }
        else if (!Directory.Exists(golden))
        {
            arguments.At.Report(Problems.MissingFile(surroundings.Workspace.Shown(golden)));
        }
        arguments.ThrowIfAny();
        string[] received = [.. Directory.EnumerateFiles(golden, "*" + Received + "*", SearchOption.AllDirectories)
            .Where(file => names.Length == 0 || names.Contains(Name(golden, file))).Order(StringComparer.Ordinal)];
        foreach (string file in received)
        {
            File.Move(file, file.Replace(Received, Verified, StringComparison.Ordinal), overwrite: true);
            Output.Result($"accepted {Name(golden, file)}");
        }
        if (received.Length == 0)
        {
            output.Error("Nothing to accept: no golden has been received" + (names.Length > 0 ? $" by the name {string.Join(", ", names)}." : "."));
        }
        return received.Length == 0 ? ExitCode.NothingSelected : ExitCode.AsExpected;
    }

    private static string Name(string golden, string file)
    {
        string relative = Path.GetRelativePath(golden, file).Replace('\\', '/');
        return relative[..relative.IndexOf(Received, StringComparison.Ordinal)];
    }
}
