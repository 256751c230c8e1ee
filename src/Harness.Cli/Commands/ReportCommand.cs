using System.CommandLine;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Html;
using Harness.Runner;

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
            ReportModel? model = RunFolderArgument.Read(run, "run-dir", surroundings, arguments);
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
}
