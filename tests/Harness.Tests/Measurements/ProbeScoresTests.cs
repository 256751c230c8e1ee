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

        ProbeScores scores = ProbeScores.Of(products, Partition.Subtree);

        Assert.Equal(1, scores.Belief.RSquared.Value!.Value, 1e-6);
        Assert.Equal([2, 2], [scores.Shuffled.Count, scores.Permuted.Count]);
        Assert.All(scores.Shuffled, shuffled => Assert.InRange(shuffled.RSquared.Value!.Value, -0.5, 0.2));
        Assert.All(scores.Permuted, permuted => Assert.InRange(permuted.RSquared.Value!.Value, -0.5, 0.7));
    }
}
