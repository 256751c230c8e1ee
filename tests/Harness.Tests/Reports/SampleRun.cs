using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Processes;
using Harness.Reports;
using Harness.Statistics;
using Harness.Tests.Beliefs;
using Harness.Training;

namespace Harness.Tests.Reports;

/// <summary>Whole runs on planted networks, made as the runner makes them.</summary>
internal static class SampleRun
{
    public static readonly Location Final = new("ln_final");

    private static readonly Lazy<ReportModel> Shared = new(() => Of(KnownProcesses.Mess3(0.05, 0.85), 5, Claims()));

    /// <summary>Mess3, window 5, five seeds; one claim as expected, one opposite, one inconclusive, one exploratory.</summary>
    public static ReportModel Mess3 => Shared.Value;

    public static Provenance Provenance { get; } = new(
        "0.1.0", new Dictionary<string, string> { ["dotnet"] = "10.0.0" }, "a machine, 2 cores", 2, "one thread per replicate",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), 12.5, [1, 2, 3], [4, 5], ["run", "spec/experiments/sample.json", "--seeds", "1,2"]);

    public static Claim Claim(string id, Comparator comparator, ClaimStatus status = ClaimStatus.Registered, Expectation expect = Expectation.Supported) => new(
        id, 1, status, Tier.Quick, expect, "Beliefs < \"codes\" & an affine image of the final residual stream.", new AffineProbe(Final), comparator,
        comparator.IsPaired ? new PairedT() : new StudentT(), [new Settled(0.01)],
        comparator.IsPaired ? [new PlantedControl(), new ShuffledControl()] : [], "arXiv:0000.00000");

    public static Claim[] Claims() =>
    [
        Claim("sample/at-least-98", new AtLeast(0.98)),
        Claim("sample/far-above-nulls", new Exceeds(0.2, ["untrained", "permuted", "table-1"])),
        Claim("sample/fails", new AtLeast(0.5), expect: Expectation.Refuted),
        Claim("sample/curious", new AtMost(0.5), ClaimStatus.Exploratory),
    ];

    public static ReportModel Of(HiddenMarkovModel process, int window, IReadOnlyList<Claim> claims, Architecture? architecture = null, bool exploratory = false) =>
        ReportModel.Of(Result(process, window, claims, architecture, exploratory), Provenance);

    public static ExperimentResult Result(
        HiddenMarkovModel process, int window, IReadOnlyList<Claim> claims, Architecture? architecture = null, bool exploratory = false)
    {
        ExperimentSpec spec = new(
            1, "sample", "A sample & its <report>", new ProcessReference(process.Id), new DataRecipe(window), [1, 2, 3, 4, 5], claims,
            architecture ?? new Planted(Noise: 0.05, Layers: 2, Uniform: 0.01), new TrainingRecipe(new AdamW(0.002), 1000));
        ExperimentPlan plan = ExperimentPlan.Of(spec, "spec/experiments/sample.json", process, claims) with { Exploratory = exploratory };
        List<ReplicateResult> replicates = [.. spec.Seeds.Select((seed, i) => ReplicateExaminer.Examine(
            plan, seed, Train(plan, seed), cached: false, picture: i == 0, CancellationToken.None))];
        return new ExperimentResult(plan, replicates, [.. claims.Select(claim =>
            Judge.Decide(claim, Evidence.Gather(claim, [.. replicates.Select(replicate => replicate.Readings[claim.Id])], plan.Theory)))]);
    }

    // A planted network does not learn; its record gets the curve of one that does.
    private static TrainedParameters Train(ExperimentPlan plan, int seed)
    {
        TrainingTask task = new(plan.Tree, plan.Spec.Data, plan.Spec.Training!, new Seed(seed));
        TrainedParameters trained = plan.Spec.Architecture!.Train(task, NoTrainingStates.Instance, new Progress<TrainingProgress>(), CancellationToken.None);
        LossPoint[] curve = [.. Enumerable.Range(1, 40).Select(i => new LossPoint(i * 25, 0.81 + (0.3 * Math.Exp(-i / (4.0 + (0.3 * seed))))))];
        return trained with { Record = trained.Record with { Steps = 1000, Curve = curve } };
    }
}
