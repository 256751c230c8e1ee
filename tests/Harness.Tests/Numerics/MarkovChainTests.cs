using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class MarkovChainTests
{
    [Fact]
    public void Stationary_PeriodicChain_IsUniform() =>
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0], MarkovChain.Stationary([0, 1, 0, 0, 0, 1, 1, 0, 0], 3));

    [Fact]
    public void Stationary_NearlyReducibleChain_IsAccurate()
    {
        double[] stationary = MarkovChain.Stationary([1 - 1e-13, 1e-13, 3e-13, 1 - 3e-13], 2);

        Assert.Equal(0.75, stationary[0], 1e-15);
    }

    [Fact]
    public void Stationary_ReducibleChain_IsRefused() => Assert.Throws<ArgumentException>(() => MarkovChain.Stationary([0.5, 0.5, 0, 1], 2));
}
