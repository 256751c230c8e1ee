using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ExcessEntropyTests
{
    [Fact]
    public void Bits_OfPeriodicProcess_ConvergeToTheClosedForm()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.RandomRandomXor));

        Quantity excess = ExcessEntropy.Bits(chain, 2 / 3.0 * Math.Log(2));

        Assert.Equal(Math.Log2(6) - (1 / 3.0), excess.Value!.Value, 1e-13);
        Assert.Null(excess.Reason);
    }

    [Fact]
    public void Bits_WhenTheSumDoesNotConverge_SayWhy()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.Coin(0.5)));

        Quantity excess = ExcessEntropy.Bits(chain, 0);

        Assert.Null(excess.Value);
        Assert.Contains("not converged", excess.Reason, StringComparison.Ordinal);
    }
}
