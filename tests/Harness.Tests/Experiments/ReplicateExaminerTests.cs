using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Processes;
using Harness.Statistics;
using Harness.Tests.Beliefs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Experiments;

/// <summary>The whole line from a planted network to a verdict, without training.</summary>
public sealed class ReplicateExaminerTests
{
    private static readonly Claim s_exceeds = new(
        "planted/exceeds", 1, ClaimStatus.Registered, Tier.Quick, Expectation.Supported, "Beliefs are decoded beyond every null.",
        new AffineProbe(new Location("ln_final")), new Exceeds(0.05, ["untrained", "next-token", "permuted", "shuffled", "table-3", "best-null"]), new PairedT(),
        [new Settled()], [new PlantedControl(), new ShuffledControl()]);

    private static readonly Claim s_layers = s_exceeds with
    {
        Id = "planted/beyond-embedding",
        Comparator = new Exceeds(0.05, null, [new Location("hook_embed")]),
        Preconditions = null,
    };

    [Fact]
    public void Examine_PlantedTruth_IsSupportedAndItsControlsAgree()
    {
        Verdict[] verdicts = Judged(new Planted(), s_exceeds, s_layers);

        Assert.All(verdicts, verdict => Assert.True(verdict.Outcome == Outcome.Supported, verdict.Reason.Text));
        Assert.InRange(verdicts[0].Estimate!.Low, 0.99, 1);
        Assert.Equal([("planted", Outcome.Supported), ("shuffled", Outcome.Refuted)], verdicts[0].Controls.Select(control => (control.Kind, control.Outcome)));
        Assert.InRange(verdicts[0].Controls[0].Mean!.Value, 0.99, 1);
        Assert.InRange(verdicts[0].Controls[1].Mean!.Value, -0.3, 0.05);
    }

    // Every control there is, and two kinds of rival beside the nulls: the same probe by another partition, and a code of names.
    [Fact]
    public void Examine_PlantedTruth_StandsEveryTrial()
    {
        Claim claim = s_exceeds with
        {
            Comparator = new Exceeds(
                0.2, ["untrained", "next-token", "rival", "best-null"], RivalMeasures: new Dictionary<string, Measurement> { ["embedding"] = new AffineProbe(new Location("hook_embed")) },
                RivalControls: ["planted-nominal", "time-shifted"]),
            Preconditions = [new Settled(0.01), new Finite(), new NotSaturated(0.5)],
            Controls =
            [
                new PlantedControl(), new ShuffledControl(), new PermutedControl(), new PlantedNominalControl(), new PlantedPredictorControl(), new RivalControl(), new TimeShiftedControl(),
            ],
        };

        Verdict verdict = Assert.Single(Judged(new Planted(), claim));

        Assert.True(verdict.Outcome == Outcome.Supported, verdict.Reason.Text);
        Assert.Equal(
            ["untrained", "next-token", "rival", "best-null", "embedding", "control:planted-nominal", "control:time-shifted"], verdict.Comparisons.Select(comparison => comparison.Rival));
        Assert.All(verdict.Controls.Skip(1), control => Assert.Equal(Outcome.Refuted, control.Outcome));
        Assert.All(verdict.Controls.Skip(3), control => Assert.InRange(control.Mean!.Value, -1, control.Ceiling!.Value));
        Assert.Equal([4, 4, 4], verdict.Preconditions.Select(precondition => precondition.Held));
    }

    // What carries something else than beliefs is refuted, whoever asks: names, a predictor, another process, the token before.
    [Theory]
    [InlineData(typeof(NominalCode))]
    [InlineData(typeof(PredictorCode))]
    [InlineData(typeof(RivalCode))]
    [InlineData(typeof(TimeShiftedCode))]
    public void Examine_AnotherCodeThanTheBelief_IsRefuted(Type code)
    {
        Verdict verdict = Assert.Single(Judged(new Planted(Code: (PlantedCode)Activator.CreateInstance(code)!), s_exceeds with { Comparator = new AtLeast(0.8), Interval = new StudentT(), Preconditions = null }));

        Assert.True(verdict.Outcome == Outcome.Refuted, verdict.Reason.Text);
        Assert.Equal(Outcome.Supported, verdict.Controls[0].Outcome);
    }

    [Fact]
    public void Examine_TruthDrownedInNoise_IsRefutedThoughThePlantedControlHolds()
    {
        Verdict verdict = Assert.Single(Judged(new Planted(Noise: 30), s_exceeds));

        Assert.True(verdict.Outcome == Outcome.Refuted, verdict.Reason.Text);
        Assert.Equal(Outcome.Supported, verdict.Controls[0].Outcome);
    }

    [Fact]
    public void Examine_NetworkThatPredictsBadly_IsNotSettled() =>
        Assert.Equal("precondition:settled", Assert.Single(Judged(new Planted(Uniform: 0.9), s_exceeds)).Reason.Code);

    [Fact]
    public void Examine_DivergedTraining_IsInconclusiveAndSaysAtWhichStep()
    {
        Verdict verdict = Assert.Single(Judged(new Planted(Diverges: true), s_exceeds));

        Assert.Equal("undefined:diverged", verdict.Reason.Code);
        Assert.Contains("not finite at step 1", verdict.Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_OneReplicate_HasTablesLossesAndPicture()
    {
        ExperimentPlan plan = Plan(new Planted(), s_exceeds);

        ReplicateResult result = Examine(plan, 1, picture: true);

        Assert.Equal(plan.Tables.Count * 3, result.Probes.Count);
        Assert.All(result.Probes.Where(row => row.Location.Name == "ln_final"), row => Assert.InRange(row.Trained.Value!.Value, 0.99, 1));
        Assert.All(result.Probes.Where(row => row.Location.Name == "hook_embed"), row => Assert.InRange(row.Trained.Value!.Value, -1, 0.5));
        Assert.Equal(0, result.Loss!.GapNats, 1e-6);
        Assert.True(result.UntrainedLoss!.GapNats > 0.05);
        Assert.All(Enumerable.Range(0, plan.Contexts.Count), context => Assert.All(Enumerable.Range(0, 5), state =>
            Assert.Equal(plan.Contexts.Belief(context)[state], result.Picture!.Trained[(context * 5) + state], 0.15)));
        Assert.NotEqual(result.Picture!.Trained, result.Picture.Untrained);
    }

    [Fact]
    public void Examine_SameSeedTwice_IsTheSameToTheBit()
    {
        ExperimentPlan plan = Plan(new Planted(), s_exceeds);

        ReplicateReading first = Examine(plan, 5).Readings[s_exceeds.Id], second = Examine(plan, 5).Readings[s_exceeds.Id];

        Assert.Equal(first.Value.Value.Value, second.Value.Value.Value);
        Assert.Equal(first.Value.Rivals, second.Value.Rivals);
        Assert.NotEqual(first.Value.Value.Value, Examine(plan, 6).Readings[s_exceeds.Id].Value.Value.Value);
    }

    private static Verdict[] Judged(Architecture architecture, params Claim[] claims)
    {
        ExperimentPlan plan = Plan(architecture, claims);
        ReplicateResult[] replicates = [.. plan.Spec.Seeds.Select(seed => Examine(plan, seed))];
        return [.. claims.Select(claim => Judge.Decide(claim, Evidence.Gather(claim, [.. replicates.Select(replicate => replicate.Readings[claim.Id])], plan.Theory)))];
    }

    private static ReplicateResult Examine(ExperimentPlan plan, int seed, bool picture = false)
    {
        bool diverges = plan.Spec.Architecture is Planted { Diverges: true };
        return ReplicateExaminer.Examine(plan, seed, new TrainedParameters([], new TrainingRecord(0, diverges ? 1 : null, [])), cached: false, picture, CancellationToken.None);
    }

    private static ExperimentPlan Plan(Architecture architecture, params Claim[] claims) => ExperimentPlan.Of(
        new ExperimentSpec(1, "planted", "Planted", new ProcessReference("rrxor"), new DataRecipe(8), [1, 2, 3, 4], claims, architecture), "planted.json", KnownProcesses.RandomRandomXor, claims);
}
