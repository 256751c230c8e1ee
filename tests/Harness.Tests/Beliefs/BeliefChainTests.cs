using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefChainTests
{
    [Fact]
    public void LongRun_OfPeriodicProcess_IsItsStationaryLaw()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);

        double[] longRun = new BeliefChain(presentation).LongRun()!;

        double[] recurrent = [.. longRun.Where((_, state) => presentation.Recurrent[state]).Order()];
        Digits.Agree([1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 2 / 6.0], recurrent, 1e-14);
        Assert.DoesNotContain(longRun, weight => weight is > 0 and < 0.1);
    }

    [Fact]
    public void Step_FromTheStart_IsTheLawOfTheFirstBelief()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.ZeroOneRandom));

        Digits.Agree([0.5, 0.5], [.. chain.Step(chain.Start()).Where(mass => mass > 0)], 1e-15);
    }

    [Fact]
    public void Constructor_ForOpenPresentation_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new BeliefChain(MixedStatePresentation.Of(KnownProcesses.Mess3(0.05, 0.85), limit: 50)));
}
