using Harness.Beliefs;

namespace Harness.Torch.Tests;

public sealed class PrefixBatchTests
{
    [Fact]
    public void Merge_SharedPrefixes_CountsEachOnce()
    {
        // Three sequences of two contexts each, with the token that follows: 0 1 | 0, 0 1 | 1, 1 1 | 0.
        PrefixBatch batch = PrefixBatch.Merge([0, 1, 0, 0, 1, 1, 1, 1, 0], 2, 2);
        Assert.Equal([0L, 1, 1, 1], batch.Tokens);
        Assert.Equal([0L, 0, 1, 1], batch.Positions);
        Assert.Equal([-1, -1, 0, 1], batch.Parents);
        Assert.Equal([0, 2 / 6f, 0, 1 / 6f, 1 / 6f, 1 / 6f, 1 / 6f, 0], batch.Targets);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8192)]
    public void Whole_AnyPartition_WeighsEveryContextOnce(int leaves)
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Rrxor(), 6);
        IReadOnlyList<PrefixBatch> parts = PrefixBatch.Whole(tree, 5, leaves);
        Assert.Equal(1, parts.Sum(part => part.Targets.Sum(weight => (double)weight)), 1e-6);
        for (int length = 1; length <= 5; length++)
        {
            Assert.Equal(0.2, parts.Sum(part => part.Targets.Chunk(2).Where((_, i) => part.Positions[i] == length - 1).Sum(pair => pair.Sum(weight => (double)weight))), 1e-6);
        }
        Assert.All(parts, part => Assert.All(Enumerable.Range(0, part.Parents.Length), i =>
            Assert.Equal(part.Positions[i], part.Parents[i] < 0 ? 0 : part.Positions[part.Parents[i]] + 1)));
    }
}
