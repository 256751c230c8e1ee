using Harness.Activations;
using Harness.Beliefs;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Processes;
using Harness.Statistics;
using Harness.Tests.Measurements;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Experiments;

/// <summary>Every measurement stands trial on the whole line from a network to a verdict: planted truth is supported, destroyed truth is refuted.</summary>
public sealed class MeasurementTrialTests
{
    private static readonly Location s_final = new("ln_final");
    private static readonly TrainingRecipe s_recipe = new(new Sgd(1), 1000, Checkpoints: [0, 0.01, 0.05, 0.2, 0.5, 0.8]);
    private static readonly string[] s_processes = ["mess3", "rrxor", "z1r"];

    // What is claimed, at least (or, for errors, at most) so much, and whether the measure decodes something that can be destroyed.
    private static readonly Dictionary<string, (Measurement Measure, Comparator Comparator)> s_claims = new()
    {
        ["r-squared"] = (new AffineProbe(s_final), new AtLeast(0.9)),
        ["next-token"] = (new AffineProbe(s_final, Target.NextToken), new AtLeast(0.9)),
        ["mse"] = (new AffineProbe(s_final, Statistic: ProbeStatistic.Mse), new AtMost(0.01)),
        ["mse-summed"] = (new AffineProbe(s_final, Statistic: ProbeStatistic.MseSummed), new AtMost(0.03)),
        ["rmse"] = (new AffineProbe(s_final, Statistic: ProbeStatistic.Rmse), new AtMost(0.1)),
        ["in-sample"] = (new AffineProbe(s_final, Weighting: Weighting.UniformRows, Contexts: ContextScope.All, Fit: Fit.InSample), new AtLeast(0.9)),
        ["position"] = (new AffineProbe(s_final, Position: 5), new AtLeast(0.9)),
        ["coordinate"] = (new AffineProbe(s_final, Coordinate: "1"), new AtLeast(0.9)),
        ["distances"] = (new DistanceAgreement(s_final), new AtLeast(0.9)),
        ["law distances"] = (new DistanceAgreement(s_final, Target.NextToken), new AtLeast(0.9)),
        ["cosines"] = (new CosineAgreement(s_final), new AtLeast(0.9)),
        ["partial"] = (new PartialProbe(s_final), new AtLeast(0.9)),
        ["value"] = (new Emergence(new AffineProbe(s_final), EmergenceStatistic.ValueAt, 0.5), new AtLeast(0.9)),
    };

    public static TheoryData<string> Names => [.. s_claims.Keys];

    public static TheoryData<string, string> Trials
    {
        get
        {
            TheoryData<string, string> trials = [];
            foreach (string process in s_processes)
            {
                foreach (string claim in s_claims.Keys.Where(claim => claim is not ("coordinate" or "partial") || process != "mess3"))
                {
                    trials.Add(process, claim);
                }
            }
            return trials;
        }
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Truth_PlantedAndDestroyed_IsSupportedAndRefuted(string process, string name)
    {
        (Measurement measure, Comparator comparator) = s_claims[name];
        Claim claim = Claim(measure, comparator) with { Controls = [new PlantedControl(), new ShuffledControl()] };

        Verdict planted = Judged(process, new Planted(), claim), drowned = Judged(process, new Planted(Noise: 30), claim);

        Assert.True(planted.Outcome == Outcome.Supported, planted.Reason.Text);
        Assert.Equal([Outcome.Supported, Outcome.Refuted], planted.Controls.Select(control => control.Outcome));
        Assert.True(drowned.Outcome == Outcome.Refuted, drowned.Reason.Text);
    }

    // Before training the last token is all there is: every measure must see the difference, with each of its nulls beside it.
    [Theory]
    [MemberData(nameof(Names))]
    public void Truth_Planted_ExceedsItsNulls(string name)
    {
        const string process = "rrxor";
        (Measurement measure, _) = s_claims[name];
        string[] nulls = [Measurement.Untrained, Measurement.Shuffled, .. name == "position" ? [] : new[] { Measurement.Permuted }];

        Verdict verdict = Judged(process, new Planted(), Claim(measure, new Exceeds(0, nulls)) with { Interval = new PairedT() });

        Assert.True(verdict.Outcome == Outcome.Supported, verdict.Reason.Text);
        Assert.Equal(measure.NullNames(Known.Contexts(Shared(process)).Tree.Depth), verdict.Nulls.Select(null_ => null_.Name));
        Assert.All(verdict.Nulls, null_ => Assert.Null(null_.Undefined));
    }

    [Theory]
    [InlineData("mess3", 2, 3)]
    [InlineData("rrxor", 4, 5)]
    public void Dimensions_OfPlantedTruth_AreThoseOfTheBelief(string process, int low, int high)
    {
        Claim few = Claim(new ExplainedDimensions(s_final, 0.99), new AtMost(high)), fewer = few with { Comparator = new AtMost(low - 1) };

        Assert.Equal(Outcome.Supported, Judged(process, new Planted(), few).Outcome);
        Assert.Equal(Outcome.Refuted, Judged(process, new Planted(), fewer).Outcome);
        Assert.Equal(Outcome.Refuted, Judged(process, new Planted(Noise: 30), few).Outcome);
        Assert.Equal(Outcome.Supported, Judged(process, new Planted(), Claim(new ExplainedShare(s_final, low), new AtLeast(0.98))).Outcome);
        Assert.Equal(Outcome.Refuted, Judged(process, new Planted(Noise: 30), Claim(new ExplainedShare(s_final, low), new AtLeast(0.98))).Outcome);
    }

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Subspaces_OfPlantedTruth_AreSharedByBeliefAndLawAndByNoTwoPlaces(string process)
    {
        Claim shared = Claim(new SubspaceOverlap(s_final, OtherTarget: Target.NextToken), new AtLeast(0.9));
        Claim apart = Claim(new SubspaceOverlap(s_final, OtherLocation: new Location("blocks.0.hook_resid_post"), Statistic: SubspaceStatistic.Orthogonality), new AtLeast(0.7));

        Assert.Equal(Outcome.Supported, Judged(process, new Planted(DModel: 64), shared).Outcome);
        Assert.Equal(Outcome.Supported, Judged(process, new Planted(DModel: 64), apart).Outcome);
        Assert.Equal(Outcome.Refuted, Judged(process, new Planted(DModel: 64), Claim(((SubspaceOverlap)apart.Measure) with { Statistic = SubspaceStatistic.Overlap }, new AtLeast(0.7))).Outcome);
    }

    // The planted signal grows over the training and the loss falls; without a signal nothing emerges. (The untrained code knows the last
    // token, and so more than the faint signal after it: the association is not perfect.)
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Emergence_OfPlantedTruth_FollowsTheLoss(string process)
    {
        Claim rank = Claim(new Emergence(new AffineProbe(s_final, Statistic: ProbeStatistic.Mse), EmergenceStatistic.SpearmanWithLoss), new AtLeast(0.6));
        Claim fall = Claim(new Emergence(new AffineProbe(s_final, Statistic: ProbeStatistic.Mse), EmergenceStatistic.FallRatio, Early: 0.01), new AtLeast(5));

        Verdict followed = Judged(process, new Planted(Noise: 0.1), rank with { Controls = [new PlantedControl()] });
        Assert.True(followed.Outcome == Outcome.Supported, followed.Reason.Text);
        Assert.Equal(7 * 2, followed.Replicates[0].Details.Count);
        Assert.Equal(Outcome.Supported, Judged(process, new Planted(Noise: 0.1), fall).Outcome);
        Assert.Equal(Outcome.Refuted, Judged(process, new Planted(Noise: 30), fall).Outcome);
    }

    // At a fraction f of the training the planted image is f times as large beside the same noise.
    [Fact]
    public void Emergence_AtACheckpoint_IsWhatTheoryPredictsThere()
    {
        Claim claim = Claim(new Emergence(new AffineProbe(s_final), EmergenceStatistic.ValueAt, 0.5), new AtLeast(0));
        Planted planted = new(DModel: 4, Noise: 0.15);

        double measured = Judged("mess3", planted, claim).Replicates.Average(replicate => replicate.Value.Value!.Value);

        double theory = Enumerable.Range(1, 4).Average(seed => NoisyCode.RSquared(Known.Contexts("mess3-five"), planted with { Noise = 0.3 }, "ln_final", seed));
        Assert.InRange(theory, 0.2, 0.9);
        Assert.Equal(theory, measured, 0.05);
    }

    private static Claim Claim(Measurement measure, Comparator comparator) => new(
        "trial/claim", 1, ClaimStatus.Registered, Tier.Quick, Expectation.Supported, "A trial.", measure, comparator, new StudentT());

    // What theory works out is worked out once for all trials.
    private static string Shared(string process) => process == "mess3" ? "mess3-five" : process;

    private static Verdict Judged(string process, Architecture architecture, Claim claim)
    {
        ContextTable contexts = Known.Contexts(Shared(process));
        ExperimentSpec spec = new(1, "trial", "Trial", new ProcessReference(process), new DataRecipe(contexts.Tree.Depth), [1, 2, 3, 4], [claim], architecture, s_recipe);
        ExperimentPlan plan = new(
            spec, "trial.json", contexts.Tree.Process, MixedStatePresentation.Of(contexts.Tree.Process), contexts, Known.Theory(Shared(process)), [claim], Tables: [], architecture, Files: []);
        ReplicateReading[] readings = [.. plan.Spec.Seeds.Select(seed => ReplicateExaminer.Examine(
            plan, seed, architecture.Train(new TrainingTask(plan.Tree, plan.Spec.Data, s_recipe, new Seed(seed)), NoTrainingStates.Instance, new Unheard(), CancellationToken.None),
            cached: false, picture: false, CancellationToken.None).Readings[claim.Id])];
        return Judge.Decide(claim, Evidence.Gather(claim, readings, plan.Theory));
    }

    private sealed class Unheard : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
