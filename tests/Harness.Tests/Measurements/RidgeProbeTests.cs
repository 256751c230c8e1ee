using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class RidgeProbeTests
{
    private static readonly double[] s_penalties = [.. Enumerable.Range(0, 13).Select(i => Math.Pow(10, i - 11))];

    [Theory]
    [InlineData(Partition.Subtree, Weighting.Probability)]
    [InlineData(Partition.Suffix, Weighting.UniformRows)]
    [InlineData(Partition.Belief, Weighting.Probability)]
    public void Score_NoisyFeatures_AgreesWithRegressionOnExplicitRows(object partition, object weighting)
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[][] features = Noisy(contexts, dimensions: 12, noise: 0.4);

        ProbeScore score = Score(contexts, features, (Partition)partition, (Weighting)weighting);

        ExplicitRegression explicitly = new(contexts, contexts.Weights((Weighting)weighting, ContextScope.All), context => features[context], context => contexts.Belief(context).ToArray());
        Assert.Equal(explicitly.HeldOut(contexts.FoldsOf((Partition)partition)!, s_penalties), score.RSquared.Value!.Value, 1e-7);
        Assert.InRange(score.RSquared.Value!.Value, 0.05, 0.95);
        Assert.InRange(score.EffectiveDimensions, 1, 12);
    }

    [Theory]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Suffix)]
    [InlineData("rrxor", Partition.Belief)]
    [InlineData("mess3", Partition.Subtree)]
    [InlineData("mess3", Partition.Suffix)]
    [InlineData("z1r", Partition.Belief)]
    public void Score_PlantedLinearCode_IsOneUnderEveryPartition(string process, object partition)
    {
        ContextTable contexts = Known.Contexts(process);

        Assert.InRange(Score(contexts, Noisy(contexts, 16, 0), (Partition)partition, Weighting.Probability).RSquared.Value!.Value, 1 - 1e-6, 1);
    }

    // Fitted on each position alone: the belief paired with a context is the one after its last token, at every position.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    public void Score_BeliefOnItself_IsOneAtEveryPositionAndAShiftedCopyIsNot(string process)
    {
        ContextTable contexts = Known.Contexts(process);
        int states = contexts.Tree.Process.StateCount;
        double[][] itself = [.. Enumerable.Range(1, contexts.Count).Select(node => contexts.Tree.Belief(node).ToArray())];
        double[][] before = [.. Enumerable.Range(1, contexts.Count).Select(node => contexts.Tree.Belief(contexts.Tree.Parents[node]).ToArray())];

        for (int length = 2; length <= contexts.Tree.Depth; length++)
        {
            double[] weights = [.. Enumerable.Range(1, contexts.Count).Select(node => contexts.Tree.Length(node) == length ? contexts.Tree.Probabilities[node] : 0)];

            Assert.Equal(1, new ExplicitRegression(contexts, weights, context => itself[context], context => contexts.Belief(context).ToArray()).InSample(), 1e-9);
            Assert.InRange(new ExplicitRegression(contexts, weights, context => before[context], context => contexts.Belief(context).ToArray()).InSample(), -1, 0.9);
        }

        foreach (Partition partition in Enum.GetValues<Partition>().Where(partition => contexts.FoldsOf(partition) is not null))
        {
            Assert.InRange(Score(contexts, itself, partition, Weighting.Probability).RSquared.Value!.Value, 1 - 1e-8, 1);
            Assert.InRange(Score(contexts, before, partition, Weighting.Probability).RSquared.Value!.Value, -2, 0.9);
        }
        Assert.Equal(states, contexts.Belief(0).Length);
    }

    // A random vector for each mixed state tells all of them apart but has no geometry: by whole beliefs it must fail.
    [Fact]
    public void Score_CodeWithoutGeometry_FailsWhereBeliefsAreHeldOut()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 10);
        RandomStream random = new(8);
        double[][] code = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 256).Select(_ => random.NextNormal()).ToArray())];
        double[][] features = [.. Enumerable.Range(1, contexts.Count).Select(node => code[contexts.StateOf![node]])];

        double subtree = Score(contexts, features, Partition.Subtree, Weighting.Probability).RSquared.Value!.Value;
        double belief = Score(contexts, features, Partition.Belief, Weighting.Probability).RSquared.Value!.Value;

        Assert.InRange(subtree, 0.9, 0.95);
        Assert.InRange(belief, -1, 0.1);
    }

    // Far from the origin and degenerate: what rounding leaves must not be taken for a signal, nor break the factorisation.
    [Fact]
    public void Score_FeaturesFarFromTheOrigin_StillDecode()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[][] features = [.. Noisy(contexts, 24, 0).Select(row => row.Select(value => 1000 + value).ToArray())];

        Assert.InRange(Score(contexts, features, Partition.Subtree, Weighting.Probability).RSquared.Value!.Value, 0.999, 1);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(3.7)]
    public void Score_ConstantFeatures_IsNothing(double constant)
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[][] features = [.. Enumerable.Range(0, contexts.Count).Select(_ => Enumerable.Repeat(constant, 5).ToArray())];

        ProbeScore score = Score(contexts, features, Partition.Subtree, Weighting.Probability);

        Assert.Equal(0, score.RSquared.Value!.Value, 1e-6);
        Assert.InRange(score.EffectiveDimensions, 0, 1e-2);
    }

    [Fact]
    public void Score_WithoutVariancePresentationOrFolds_SaysWhichIsMissing()
    {
        ContextTable coin = Known.Contexts("coin"), mess3 = Known.Contexts("mess3");

        Assert.Equal("the target has no variance", Score(coin, Noisy(coin, 3, 1), Partition.Subtree, Weighting.Probability).RSquared.Why);
        Assert.Equal("fewer than 5 folds have contexts", Score(coin, Noisy(coin, 3, 1), Partition.Belief, Weighting.Probability).RSquared.Why);
        Assert.Contains("not finite", Score(mess3, Noisy(mess3, 3, 0), Partition.Belief, Weighting.Probability).RSquared.Why, StringComparison.Ordinal);
    }

    // facts with a source of their own: R² of beliefs from the next-token law, and errors of last-token regressions, over every row of every word of length 10.
    [Theory]
    [InlineData(TheoryNulls.NextToken, 0.256, 0.002)]
    [InlineData(TheoryNulls.LastOne, 0.154, 0.001)]
    [InlineData(TheoryNulls.LastAll, 0.156, 0.001)]
    public void InSample_RandomRandomXorUniformRows_IsAsPublished(string features, double rSquared, double within)
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 10);
        TargetTable targets = TargetTable.Of(contexts, new Seed(0), 0);

        ProbeScore score = new RidgeProbe(TheoryFeatures.Of(contexts)[features].Products(contexts, targets, Weighting.UniformRows, ContextScope.All), Partition.Subtree).InSample()[0].Score;

        Assert.Equal(rSquared, score.RSquared.Value!.Value, within);
        Assert.Equal(0.082742 * (1 - score.RSquared.Value!.Value), score.Of(ProbeStatistic.Mse).Value!.Value, 1e-5);
    }

    [Fact]
    public void InSample_NoisyFeatures_AgreesWithRegressionOnExplicitRows()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[][] features = Noisy(contexts, dimensions: 12, noise: 0.4);
        TargetTable targets = TargetTable.Of(contexts, new Seed(0), 0);

        FittedProbe fitted = Assert.Single(new RidgeProbe(Products(contexts, targets, features, Weighting.Probability), Partition.Subtree).InSample());

        ExplicitRegression explicitly = new(contexts, contexts.Weights(Weighting.Probability, ContextScope.All), context => features[context], context => contexts.Belief(context).ToArray());
        Assert.Equal(explicitly.InSample(), fitted.Score.RSquared.Value!.Value, 1e-9);
        Assert.Equal((12, contexts.Count), (Math.Round(fitted.Score.EffectiveDimensions, 6), fitted.Score.FittingContexts));
        Assert.Single(fitted.Maps);
    }

    [Fact]
    public void HeldOut_SeveralVariants_AreEachScoredAsAlone()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        TargetTable targets = TargetTable.Of(contexts, new Seed(1), 1);
        double[][] features = Noisy(contexts, 12, 0.4);
        CrossProducts products = Products(contexts, targets, features, Weighting.Probability);

        IReadOnlyList<FittedProbe> together = new RidgeProbe(products, Partition.Subtree).HeldOut();

        Assert.Equal(Score(contexts, features, Partition.Subtree, Weighting.Probability).RSquared.Value!.Value, together[0].Score.RSquared.Value!.Value, 1e-12);
        Assert.Equal(
            new ExplicitRegression(contexts, contexts.Weights(Weighting.Probability, ContextScope.All), context => features[context], context => targets.Row(context, Target.Belief, 2).ToArray())
                .HeldOut(contexts.FoldsOf(Partition.Subtree)!, s_penalties),
            together[2].Score.RSquared.Value!.Value, 1e-7);
        Assert.InRange(together[1].Score.RSquared.Value!.Value, -0.5, 0.05);
    }

    [Fact]
    public void Maps_PlantedLinearCode_DecodeTheBelief()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[][] features = Noisy(contexts, 16, 0);
        int[] folds = contexts.FoldsOf(Partition.Subtree)!;

        RidgeProbe probe = new(Products(contexts, TargetTable.Of(contexts, new Seed(0), 0), features, Weighting.Probability), Partition.Subtree);
        FittedProbe fitted = Assert.Single(probe.HeldOut());

        for (int context = 0; context < contexts.Count; context++)
        {
            for (int state = 0; state < 5; state++)
            {
                Assert.Equal(contexts.Belief(context)[state], fitted.MapOf(folds[context]).Apply(features[context], state), 1e-4);
                Assert.Equal(contexts.Belief(context)[state], probe.Whole(TargetBlock.Truth)!.Apply(features[context], state), 1e-4);
            }
        }
    }

    /// <summary>A random affine image of the belief plus noise.</summary>
    private static double[][] Noisy(ContextTable contexts, int dimensions, double noise)
    {
        RandomStream random = new(21);
        int states = contexts.Tree.Process.StateCount;
        double[][] map = [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, states + 1).Select(_ => random.NextNormal()).ToArray())];
        return [.. Enumerable.Range(0, contexts.Count).Select(context => map
            .Select(row => row[states] + Cholesky.Dot(contexts.Belief(context), row) + (noise * random.NextNormal())).ToArray())];
    }

    private static ProbeScore Score(ContextTable contexts, double[][] features, Partition partition, Weighting weighting)
    {
        TargetTable targets = TargetTable.Of(contexts, new Seed(0), 0);
        return new RidgeProbe(Products(contexts, targets, features, weighting), partition).HeldOut()[TargetBlock.Truth].Score;
    }

    private static CrossProducts Products(ContextTable contexts, TargetTable targets, double[][] features, Weighting weighting)
    {
        CrossProducts products = new(contexts, targets, features[0].Length, weighting, ContextScope.All);
        products.Add(0, contexts.Count, (row, into) => features[row].CopyTo(into));
        products.Finish();
        return products;
    }
}
