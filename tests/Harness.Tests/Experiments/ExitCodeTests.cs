using Harness.Experiments;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 3, 2 }, 2)]
    [InlineData(new[] { 3, 8, 0 }, 8)]
    [InlineData(new[] { 8, 5, 2 }, 5)]
    [InlineData(new[] { 5, 1 }, 1)]
    public void First_OfSeveralCodes_IsTheGravest(int[] codes, int expected) => Assert.Equal(expected, ExitCode.First(codes));
}
