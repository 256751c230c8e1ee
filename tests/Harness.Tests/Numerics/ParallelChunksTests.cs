using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class ParallelChunksTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    [InlineData(100, 8)]
    public void Run_AnyDegree_DoesEveryPieceOnce(int chunks, int degree)
    {
        int[] done = new int[chunks];
        ParallelChunks.Run(chunks, degree, () => new int[1], (chunk, own) =>
        {
            own[0]++;
            Interlocked.Increment(ref done[chunk]);
        });

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Run_OnOneThread_KeepsTheWorkspaceAndTheOrder()
    {
        int made = 0, caller = Environment.CurrentManagedThreadId;
        List<int> order = [];
        ParallelChunks.Run(5, 1, () => ++made, (chunk, own) =>
        {
            Assert.Equal((1, caller), (own, Environment.CurrentManagedThreadId));
            order.Add(chunk);
        });

        Assert.Equal([0, 1, 2, 3, 4], order);
        Assert.Equal(1, made);
    }
}
