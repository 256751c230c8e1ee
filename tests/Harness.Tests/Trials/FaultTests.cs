using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Claims;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Trials;

/// <summary>Deliberate faults of the instrument. Each is put in, and the check that guards against it must fail; without it the check holds.</summary>
/// <remarks>The list only grows: a mended bug adds its fault.</remarks>
public sealed class FaultTests
{
    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.98)) with { Controls = [new PlantedControl()] };

    // The planted control fails, and nothing is judged. Mess3 would not notice: its transposed beliefs are affine images of the right ones, nearly.
    [Fact]
    public void Fault_TransposedMatrix_FailsThePlantedControl()
    {
        Guarded("rrxor", new TransposedCode());
        Guarded("z1r", new TransposedCode());
        Assert.Equal("interval-inside", Judged("mess3", new TransposedCode()).Code);
    }

    [Fact]
    public void Fault_BeliefOneTokenLate_FailsThePlantedControl()
    {
        Guarded("rrxor", new TimeShiftedCode());
        Guarded("mess3", new TimeShiftedCode());
    }

    // Noise of as many dimensions as there are contexts fits any target it is fitted on: the shuffled control is supported.
    [Fact]
    public void Fault_FitAndScoreOnTheSameRows_FailsTheShuffledControl()
    {
        ContextTable contexts = Known.Contexts("z1r");
        Claim claim = Sample.Claim(new AtLeast(0.5)) with { Controls = [new ShuffledControl()] };
        string Code(Func<RidgeProbe, int, Measured> score) => Judge.Decide(claim, new Evidence(
            Sample.Replicates(0.95, 0.96, 0.97), [], [[.. Enumerable.Range(1, 3).Select(seed => Sample.Replicate(null) with { Value = Shuffled(contexts, seed, score) })]])).Reason.Code;

        Assert.Equal("control:shuffled", Code((probe, variant) => probe.InSample()[variant].Score.RSquared));
        Assert.Equal("interval-inside", Code((probe, variant) => probe.HeldOut()[variant].Score.RSquared));
    }

    // An optimal predictor has no loss gap, unless one side of it is in bits.
    [Fact]
    public void Fault_LogsToBaseTwo_LeavesAnOptimalPredictorUnsettled()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        Claim claim = Sample.Claim(new AtLeast(0.5), new Settled(0.01));
        LossProfile Evaluate(Func<LossAccumulator, IActivationVisitor> visitor)
        {
            LossAccumulator losses = new(contexts);
            using INetwork network = new Planted().Load(contexts.Tree, new Seed(1), []);
            network.Evaluate(contexts.Tree, [], visitor(losses), CancellationToken.None);
            return losses.Profile();
        }
        string Code(LossProfile loss) => Judge.Decide(claim, Sample.Evidence([.. Sample.Replicates(0.9, 0.91, 0.92).Select(replicate => replicate with { LossGapNats = loss.GapNats })])).Reason.Code;

        Assert.Equal("precondition:settled", Code(Evaluate(losses => new BaseTwoLogs(losses))));
        Assert.Equal("interval-inside", Code(Evaluate(losses => new Forwarded(losses))));
    }

    // Replicates that ignore their seed are one replicate: the interval has no width, and the verdict says that it is suspicious.
    [Fact]
    public void Fault_SeedIgnored_IsPointedOut()
    {
        AffineProbe probe = Sample.Probe;
        IReadOnlyList<string> Cautions(Func<int, int> seedOf) => Judge.Decide(Sample.Claim(new AtLeast(0.9)), new Evidence(
            [.. Enumerable.Range(1, 3).Select(seed => Sample.Replicate(probe.Measure(Examinations.Of("mess3-short", new Planted(), probe, seedOf(seed))).Value) with { Seed = seed })], [], [])).Cautions;

        Assert.Contains("nothing seems to depend on the seed", Assert.Single(Cautions(_ => 1)), StringComparison.Ordinal);
        Assert.Empty(Cautions(seed => seed));
    }

    // Every row stands twice, under a random name of its own. Where the two may part, the fit has seen the answer; where they may not, a name says nothing.
    [Fact]
    public void Fault_DuplicatePrefixesAcrossFolds_DecodesWhatIsLearntByHeart()
    {
        ContextTable contexts = Known.Contexts("mess3-short");
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        RandomStream names = new(11), chance = new(12);
        int[] torn = [.. Enumerable.Range(0, contexts.Count).Select(_ => chance.NextInt(Folds.Count))], kept = [.. torn.Select((_, context) => torn[Original(context)])];
        double HeldOut(int[] folds) => new ExplicitRegression(
            contexts, weights, context => Name(names.At(Original(context))), context => contexts.Belief(Original(context)).ToArray()).HeldOut(folds, [1e-6, 1e-3, 1e-1, 10]);

        Assert.InRange(HeldOut(torn), 0.6, 1);
        Assert.InRange(HeldOut(kept), -1, 0.3);
    }

    // The same of the folds themselves: contexts that begin with the same four tokens stand together.
    [Fact]
    public void Fault_ContextsDealtOutSingly_TearsBeginningsApart()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        RandomStream chance = new(12);

        Assert.Empty(Torn(contexts, contexts.FoldsOf(Partition.Subtree)!));
        Assert.NotEmpty(Torn(contexts, [.. Enumerable.Range(0, contexts.Count).Select(_ => chance.NextInt(Folds.Count))]));
    }

    // Counting an occurrence that is already weighted by its probability weights by P²: then the first token is nearly everything.
    [Fact]
    public void Fault_CountTimesProbability_GivesLengthsUnequalWeight()
    {
        ContextTable contexts = Known.Contexts("mess3");
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained), squared = [.. weights.Select(weight => weight * weight)];
        double total = squared.Sum();

        Assert.All(ByLength(contexts, weights), share => Assert.Equal(1 / 6.0, share, 1e-12));
        Assert.True(ByLength(contexts, [.. squared.Select(weight => weight / total)])[0] > 0.4);
    }

    private static void Guarded(string process, PlantedCode faulty)
    {
        Assert.Equal("control:planted", Judged(process, faulty).Code);
        Assert.Contains("came out refuted where it must be supported", Judged(process, faulty).Text, StringComparison.Ordinal);
        Assert.Equal("interval-inside", Judged(process, new BeliefCode()).Code);
    }

    private static Reason Judged(string process, PlantedCode planted)
    {
        FaultyTruth control = new(planted);
        Examination Stand(PlantedCode code, double noise) => Examinations.Of(process, new Planted(Noise: noise, Code: code), Sample.Probe);
        ReplicateValue read = control.Read(s_claim, Sample.Replicate(1), new ControlContext(new Planted(), Stand(new BeliefCode(), 0.01), (code, noise, _) => Stand(code, noise)));
        ReplicateValue other = read with { Value = Measured.Of(read.Value.Value!.Value - 1e-6) };
        return Judge.Decide(s_claim with { Controls = [control] }, new Evidence(Sample.Replicates(0.99, 0.991, 0.992), [], [[read, other, read]])).Reason;
    }

    private static Measured Shuffled(ContextTable contexts, int seed, Func<RidgeProbe, int, Measured> score)
    {
        TargetTable targets = TargetTable.Of(contexts, new Seed(seed), 1);
        CrossProducts products = new(contexts, targets, 60, Weighting.Probability, ContextScope.Trained);
        RandomStream noise = new Seed(seed).Stream("noise");
        products.Add(0, contexts.Count, (context, features) =>
        {
            RandomStream random = noise.At(context);
            for (int i = 0; i < features.Length; i++)
            {
                features[i] = random.NextNormal();
            }
        });
        products.Finish();
        return score(new RidgeProbe(products, Partition.Subtree), TargetBlock.Shuffled(0));
    }

    // The beginnings of four tokens whose contexts stand in more than one fold.
    private static int[] Torn(ContextTable contexts, int[] folds) =>
        [.. Enumerable.Range(0, contexts.Count).GroupBy(context => Beginning(contexts, context)).Where(group => group.Select(context => folds[context]).Distinct().Count() > 1).Select(group => group.Key)];

    private static int Beginning(ContextTable contexts, int context)
    {
        int node = context + 1;
        while (contexts.Tree.Length(node) > 4)
        {
            node = contexts.Tree.Parents[node];
        }
        return node;
    }

    private static int Original(int context) => context / 2 * 2;

    private static double[] Name(RandomStream random) => [.. Enumerable.Range(0, 64).Select(_ => random.NextNormal())];

    private static double[] ByLength(ContextTable contexts, double[] weights) =>
        [.. Enumerable.Range(0, contexts.Count).GroupBy(context => contexts.Tree.Length(context + 1)).OrderBy(group => group.Key).Select(group => group.Sum(context => weights[context]))];

    private sealed class Forwarded(LossAccumulator losses) : IActivationVisitor
    {
        public void Visit(ActivationBlock block) => losses.Visit(block);
    }
}
