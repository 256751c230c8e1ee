using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class MarkovOrderTests
{
    public static TheoryData<string, int?, int?> Orders => new()
    {
        { "coin", 0, 0 }, { "golden-mean", 1, 1 }, { "even", null, 0 }, { "z1r", 3, 0 }, { "rrxor", null, 0 }, { "burst", 5, 3 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Of_KnownProcess_IsItsOrder(string id, int? markov, int? cryptic)
    {
        EpsilonMachine machine = EpsilonMachine.Of(Named(id));

        Assert.Equal(markov, MarkovOrder.Of(machine));
        Assert.Equal(cryptic, MarkovOrder.Cryptic(machine));
    }

    [Fact]
    public void Cryptic_WhereStatesMeetAfterAnyDelay_IsInfinite()
    {
        // From A and B alike any number of 0s may follow before the 1 that leads both to C.
        var slow = KnownProcesses.Build("slow", ["0", "1", "2"], ["A", "B", "C"], [2 / 7.0, 2 / 7.0, 3 / 7.0],
            (0, 0, 0, 0.5), (1, 0, 2, 0.5), (0, 1, 1, 0.25), (1, 1, 2, 0.75), (0, 2, 0, 1 / 3.0), (2, 2, 1, 0.5), (1, 2, 2, 1 / 6.0));

        Assert.Null(MarkovOrder.Cryptic(EpsilonMachine.Of(slow)));
    }

    [Fact]
    public void Of_FiniteOrder_IsWhereTheMyopicEntropyReachesTheRate()
    {
        var process = KnownProcesses.Burst(7, 3);
        double[] entropies = ContextEntropies.Of(process, 12).NextTokenNats;
        int order = MarkovOrder.Of(EpsilonMachine.Of(process))!.Value;

        Assert.Equal(entropies[12], entropies[order], 1e-12);
        Assert.True(entropies[order - 1] > entropies[12] + 1e-3);
    }

    private static HiddenMarkovModel Named(string id) => id switch
    {
        "coin" => KnownProcesses.Coin(0.3),
        "golden-mean" => KnownProcesses.GoldenMean(),
        "even" => KnownProcesses.Even(),
        "z1r" => KnownProcesses.ZeroOneRandom,
        "rrxor" => KnownProcesses.RandomRandomXor,
        "burst" => KnownProcesses.Burst(5, 3),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };
}
