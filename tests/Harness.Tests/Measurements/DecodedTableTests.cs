using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class DecodedTableTests
{
    private static readonly ContextTable s_contexts = Known.Contexts("rrxor");
    private static readonly TargetTable s_targets = TargetTable.Of(s_contexts, new Seed(2), 1);

    [Theory]
    [InlineData(Fit.HeldOut, Partition.Subtree)]
    [InlineData(Fit.HeldOut, Partition.Suffix)]
    [InlineData(Fit.InSample, Partition.Subtree)]
    public void ScoreOf_AllContexts_IsThePooledScore(object fit, object partition)
    {
        (DecodedTable table, ProbeScores scores, _) = Decoded((Fit)fit, (Partition)partition);

        for (int variant = 0; variant < 3; variant++)
        {
            ProbeScore pooled = scores.Variants[variant].Score, decoded = table.ScoreOf(null, variant);
            foreach (ProbeStatistic statistic in Enum.GetValues<ProbeStatistic>())
            {
                Assert.Equal(pooled.Of(statistic).Value!.Value, decoded.Of(statistic).Value!.Value, 1e-9);
                Assert.Equal(pooled.Of(statistic, 2).Value!.Value, decoded.Of(statistic, 2).Value!.Value, 1e-9);
            }
            Assert.Equal(pooled.EffectiveDimensions, decoded.EffectiveDimensions);
        }
    }

    [Fact]
    public void ScoreOf_OneLength_IsOfItsContextsAboutTheMeanOfThoseInOtherFolds()
    {
        (DecodedTable table, _, _) = Decoded(Fit.HeldOut, Partition.Subtree);
        int[] folds = s_contexts.FoldsOf(Partition.Subtree)!;
        double[] weights = s_contexts.Weights(Weighting.Probability, ContextScope.All);
        int[] rows = [.. Enumerable.Range(0, s_contexts.Count).Where(context => s_contexts.Tree.Length(context + 1) == 6)];
        double error = 0, spread = 0;
        foreach (int row in rows)
        {
            int[] others = [.. rows.Where(other => folds[other] != folds[row])];
            for (int state = 0; state < 5; state++)
            {
                double mean = others.Sum(other => weights[other] * s_contexts.Belief(other)[state]) / others.Sum(other => weights[other]);
                error += weights[row] * Math.Pow(table.Row(row, TargetBlock.Truth)[state] - s_contexts.Belief(row)[state], 2);
                spread += weights[row] * Math.Pow(mean - s_contexts.Belief(row)[state], 2);
            }
        }

        ProbeScore score = table.ScoreOf(6, TargetBlock.Truth);

        Assert.Equal(1 - (error / spread), score.RSquared.Value!.Value, 1e-10);
        Assert.Equal(error / rows.Sum(row => weights[row]), score.Of(ProbeStatistic.MseSummed).Value!.Value, 1e-12);
    }

    [Fact]
    public void Decode_EveryContext_UsesTheMapFittedWithoutIt()
    {
        (DecodedTable table, ProbeScores scores, double[][] features) = Decoded(Fit.HeldOut, Partition.Suffix);

        for (int context = 0; context < s_contexts.Count; context++)
        {
            Assert.Equal(
                scores.Variants[1].Maps[s_contexts.FoldsOf(Partition.Suffix)![context]].Apply(features[context], 4),
                table.Row(context, 1)[4]);
        }
    }

    [Fact]
    public void ScoreOf_AVariantThatIsNotDecoded_SaysWhy()
    {
        DecodedTable table = new(s_contexts, s_targets, Key(Fit.HeldOut, Partition.Subtree), [.. Enumerable.Repeat(ProbeScore.Undefined("no folds"), 3)]);

        Assert.Equal("no folds", table.ScoreOf(3, 2).RSquared.Why);
        Assert.Equal("no folds", table.Why(1));
    }

    private static ProbeKey Key(Fit fit, Partition partition) =>
        new(new CaptureKey(Examinations.Final, Weighting.Probability, ContextScope.All), Target.Belief, partition, fit);

    // Noisy copies of the belief's first three coordinates.
    private static (DecodedTable, ProbeScores, double[][] Features) Decoded(Fit fit, Partition partition)
    {
        RandomStream random = new(4);
        double[][] features = [.. Enumerable.Range(0, s_contexts.Count).Select(context => s_contexts.Belief(context)[..3].ToArray().Select(value => value + (0.2 * random.NextNormal())).ToArray())];
        CrossProducts products = new(s_contexts, s_targets, 3, Weighting.Probability, ContextScope.All);
        products.Add(0, s_contexts.Count, (row, into) => features[row].CopyTo(into));
        products.Finish();
        ProbeScores scores = ProbeScores.Of(new RidgeProbe(products, partition), fit);
        DecodedTable table = new(s_contexts, s_targets, Key(fit, partition), [.. scores.Variants.Select(variant => variant.Score)]);
        for (int context = 0; context < s_contexts.Count; context++)
        {
            scores.Decode(features[context], s_contexts.FoldsOf(partition)![context], table, context);
        }
        return (table, scores, features);
    }
}
