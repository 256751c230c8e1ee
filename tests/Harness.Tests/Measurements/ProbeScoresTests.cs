using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ProbeScoresTests
{
    [Fact]
    public void Of_ExactCode_DecodesTheBeliefAndNotItsDestructions()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        TargetTable targets = TargetTable.Of(contexts, new Seed(3), draws: 2);
        CrossProducts products = new(contexts, targets, 5, Weighting.Probability, ContextScope.Trained);
        products.Add(0, contexts.Count, (row, features) => contexts.Belief(row).CopyTo(features));
        products.Finish();

        ProbeScores scores = ProbeScores.Of(new RidgeProbe(products, Partition.Subtree), Fit.HeldOut);

        Assert.Equal(1, scores.Truth.RSquared.Value!.Value, 1e-6);
        Assert.Equal(5, scores.Variants.Count);
        for (int draw = 0; draw < 2; draw++)
        {
            Assert.InRange(scores.Variants[TargetBlock.Shuffled(draw)].Score.RSquared.Value!.Value, -0.5, 0.2);
            Assert.InRange(scores.Variants[scores.Block.Permuted(draw)].Score.RSquared.Value!.Value, -0.5, 0.7);
        }
    }
}
