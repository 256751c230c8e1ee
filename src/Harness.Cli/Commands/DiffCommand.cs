using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Differences;
using Harness.Reports.Text;

namespace Harness.Cli.Commands;

/// <summary><c>harness diff</c>: what differs between two runs. Exits 0 whether anything does or not: <c>same</c> says so.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string> first = new("first-run-dir") { Description = "A folder that harness run wrote." };
        Argument<string> second = new("second-run-dir") { Description = "Another one." };
        Option<bool> json = new("--json") { Description = "One JSON document on standard output." };
        Command command = new("diff", "What differs between two runs: claims, outcomes, estimates beyond each other's interval, specs.") { first, second, json };
        command.SetAction(parsed =>
        {
            Surroundings surroundings = Surroundings.Read();
            Arguments arguments = new();
            string one = parsed.GetValue(first)!, other = parsed.GetValue(second)!;
            IReadOnlyList<(ReportModel, JsonNode)>? before = RunFolderArgument.ReadAll(one, "first-run-dir", surroundings, arguments);
            IReadOnlyList<(ReportModel, JsonNode)>? after = RunFolderArgument.ReadAll(other, "second-run-dir", surroundings, arguments);
            arguments.ThrowIfAny();
            RunDifference difference = RunDifference.Between(one, before!, other, after!);
            Output.Result(parsed.GetValue(json) ? ReportFormat.Write(difference) : DifferenceText.Write(difference));
            return ExitCode.AsExpected;
        });
        return command;
    }
}
