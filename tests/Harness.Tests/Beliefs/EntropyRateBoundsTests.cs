using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class EntropyRateBoundsTests
{
    [Fact]
    public void Of_Mess3_HasTheMyopicEntropyAsUpperBound()
    {
        var process = KnownProcesses.Mess3(0.05, 0.85);

        var bounds = EntropyRateBounds.Of(process, mostWords: 3000);

        Assert.Equal(7, bounds.Context);
        Assert.Equal(MyopicEntropy.Nats(BeliefTree.Grow(process, 7))[7], bounds.Upper, 1e-13);
        Assert.InRange(bounds.Upper - bounds.Lower, 1e-9, 1e-3);
    }

    [Fact]
    public void Of_FiniteMemory_StopsWhereTheBoundsMeet()
    {
        var bounds = EntropyRateBounds.Of(KnownProcesses.GoldenMean());

        Assert.Equal(1, bounds.Context);
        Assert.Equal(2 / 3.0 * Math.Log(2), bounds.Lower, 1e-14);
    }

    [Fact]
    public void Of_OneSymbol_IsZero()
    {
        var clock = KnownProcesses.Build("clock", ["0"], ["A", "B"], [0.5, 0.5], (0, 0, 1, 1), (0, 1, 0, 1));

        Assert.Equal(new EntropyRateBounds(0, 0, 0), EntropyRateBounds.Of(clock));
    }
}
