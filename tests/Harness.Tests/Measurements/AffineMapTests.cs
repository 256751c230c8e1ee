using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class AffineMapTests
{
    [Fact]
    public void Apply_Features_AddsTheIntercept() => Assert.Equal(10 + (3 * 1) + (4 * 2), new AffineMap([[0, 0], [3, 4]], [0, 10]).Apply([1, 2], 1));
}
