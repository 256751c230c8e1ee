using System.CommandLine;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Records;
using Harness.Reports.Text;
using Harness.Runner;
using Harness.Runner.Falsifying;

namespace Harness.Cli;

/// <summary>What a finished run prints and hands to others.</summary>
internal static class Outputs
{
    public static void Write(
        RunOptions options, ParseResult parsed, IReadOnlyList<LoadedExperiment> experiments, IReadOnlyList<ReportModel> models, IReadOnlyList<Falsification> forAll, Registrations registrations, int exitCode,
        RunOutcome outcome, RunFolders folders, Output output, Surroundings surroundings)
    {
        VerdictRecord[] ofForAll = [.. forAll.Select(falsification => VerdictRecord.Of(falsification.Verdict, registration: registrations.ByClaim.GetValueOrDefault(falsification.Verdict.Claim.Id)))];
        VerdictRecord[] verdicts = [.. models.SelectMany(model => model.Claims), .. ofForAll];
        if (parsed.GetValue(options.Json))
        {
            Output.Result(RunJson.Write(exitCode, models, [.. forAll.Select(FalsificationJson.Document)]));
        }
        else
        {
            VerdictScreen.Show(verdicts, output);
        }
        if (parsed.GetValue(options.Junit) is { } junit)
        {
            FailureOutputs.WriteJunit(junit, Junit.Write(models, ofForAll), surroundings);
        }
        if (parsed.GetValue(options.GitHub))
        {
            Console.Error.Write(GitHubAnnotations.Write(verdicts, Positions(experiments)));
            FailureOutputs.AppendSummary(cap => Markdown.Write(verdicts, cap), surroundings);
        }
        int trained = models.Sum(model => model.Provenance.TrainedSeeds.Count), cached = models.Sum(model => model.Provenance.CachedSeeds.Count), all = models.Sum(model => model.Replicates.Count);
        output.Note(FormattableString.Invariant($"{Wording.Plural(all, "network")} in {outcome.TotalSeconds:F0} s: {trained} trained, {cached} from the cache{Which(models)}{(all > trained + cached ? $", {all - trained - cached} read from files" : "")}"));
        foreach (string report in folders.Reports)
        {
            output.Note($"report: {surroundings.Workspace.Shown(report)}");
        }
    }

    private static string Which(IReadOnlyList<ReportModel> models)
    {
        string[] cached = [.. models.Where(model => model.Provenance.CachedSeeds.Count > 0)
            .Select(model => $"{model.Experiment.Id} {string.Join(' ', model.Provenance.CachedSeeds)}")];
        return cached.Length == 0 ? "" : $" ({string.Join("; ", cached)})";
    }

    private static Dictionary<string, ClaimPosition> Positions(IReadOnlyList<LoadedExperiment> experiments) => experiments
        .SelectMany(experiment => experiment.Spec.Claims.Select((claim, i) => (claim.Id, Position: new ClaimPosition(experiment.File, experiment.At["claims"][i].Node?.Line ?? 1))))
        .ToDictionary(claim => claim.Id, claim => claim.Position);
}
