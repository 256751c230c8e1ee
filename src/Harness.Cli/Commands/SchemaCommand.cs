using System.CommandLine;
using Harness.Experiments;

namespace Harness.Cli.Commands;

/// <summary><c>harness schema</c>: the JSON schemas of specs, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Option<string> folder = new("--out") { Description = "Where to write them; spec/schema by default.", DefaultValueFactory = _ => Path.Combine("spec", "schema") };
        Command command = new("schema", "Write the JSON schemas of processes, experiments and families.") { folder };
        command.SetAction(parsed =>
        {
            Surroundings surroundings = Surroundings.Read();
            string target = Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Workspace.CurrentFolder);
            Directory.CreateDirectory(target);
            foreach ((string name, string content) in SchemaFiles.All(surroundings.Workspace.Format))
            {
                File.WriteAllText(Path.Combine(target, name), content);
                Output.Result(surroundings.Workspace.Shown(Path.Combine(target, name)));
            }
            return ExitCode.AsExpected;
        });
        return command;
    }
}
