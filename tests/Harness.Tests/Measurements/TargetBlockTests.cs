using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TargetBlockTests
{
    [Fact]
    public void Column_OfEachVariant_FollowsTheTruth()
    {
        TargetBlock block = new(First: 10, Width: 3, Draws: 2);

        Assert.Equal((5, 15), (block.Variants, block.Columns));
        Assert.Equal(
            [10, 13, 16, 19, 22],
            new[] { TargetBlock.Truth, TargetBlock.Shuffled(0), TargetBlock.Shuffled(1), block.Permuted(0), block.Permuted(1) }.Select(block.Column));
    }
}
