using System.CommandLine;
using System.Text.Json;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Html;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli.Commands;

/// <summary><c>harness report</c>: the report of a run folder, made again from what the run recorded.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("run-dir") { Description = "A folder that harness run wrote." };
        Option<string> file = new("--out") { Description = "Write the report to this file instead of into the folder." };
        Command command = new("report", "Make the report of a run folder again.") { folder, file };
        command.SetAction(parsed =>
        {
            Surroundings surroundings = Surroundings.Read();
            Arguments arguments = new();
            string run = Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Workspace.CurrentFolder);
            ReportModel? model = Model(run, surroundings, arguments);
            if (model is null && arguments.Problems.Count == 0)
            {
                arguments.At["run-dir"].Report(Directory.Exists(run)
                    ? Problems.Inconsistent($"'{surroundings.Workspace.Shown(run)}' is not a run folder: it has no run.json.", "Name a folder that harness run wrote, such as runs/mess3-1a2b3c4d.")
                    : Problems.MissingFile(surroundings.Workspace.Shown(run)));
            }
            arguments.ThrowIfAny();
            string report = parsed.GetValue(file) is { } asked ? Path.GetFullPath(asked, surroundings.Workspace.CurrentFolder) : Path.Combine(run, RunFolder.ReportName);
            if (parsed.GetValue(file) is null)
            {
                RunFolder.WriteReport(run, model!);
            }
            else
            {
                File.WriteAllText(report, HtmlReport.Write(model!));
            }
            Output.Result(surroundings.Workspace.Shown(report));
            return ExitCode.AsExpected;
        });
        return command;
    }

    // A run folder may have been damaged, or written by another version.
    private static ReportModel? Model(string run, Surroundings surroundings, Arguments arguments)
    {
        try
        {
            return RunFolder.Read(run);
        }
        catch (JsonException error)
        {
            arguments.At["run-dir"].Report(Problems.Inconsistent(
                $"'{surroundings.Workspace.Shown(run)}' cannot be read: {error.Message.Split(" Path:")[0]}", "Run the experiment again."));
            return null;
        }
    }
}
