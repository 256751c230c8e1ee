using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class SynchronizationInformationTests
{
    [Fact]
    public void Bits_OverContexts_AreThoseOverMixedStates()
    {
        Quantity even = SynchronizationInformation.Bits(KnownProcesses.Even());

        Assert.Equal(2 * Math.Log2(3), even.Value!.Value, 1e-12);
    }

    [Fact]
    public void Bits_WhereTheStateStaysHidden_AreInfinite() =>
        Assert.StartsWith("infinite: the state never becomes known", SynchronizationInformation.Bits(KnownProcesses.Mess3(0.05, 0.85)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Bits_OfTwinStates_AreInfinite()
    {
        var twin = KnownProcesses.Build("twin", ["0", "1"], ["A", "B"], [0.5, 0.5],
            [.. from z in Enumerable.Range(0, 2) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 2) select (z, i, j, 0.25)]);
        BeliefChain chain = new(MixedStatePresentation.Of(twin));

        Assert.Contains("1 bits remain", SynchronizationInformation.Bits(chain, chain.LongRun()!).Reason, StringComparison.Ordinal);
    }
}
