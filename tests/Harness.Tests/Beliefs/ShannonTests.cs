using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ShannonTests
{
    [Fact]
    public void EntropyNats_OfUniformLaw_IsTheLogarithmOfItsSize() => Assert.Equal(Math.Log(4), Shannon.EntropyNats([0.25, 0.25, 0.25, 0.25]), 1e-15);

    [Fact]
    public void EntropyNats_OfCertainty_IsZero() => Assert.Equal(0, Shannon.EntropyNats([0, 1, 0]));
}
