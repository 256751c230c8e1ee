using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class LongRunTests
{
    // Two classes, {1, 2} with period 2 and {3}, and the ways into them from 0 and 4.
    private static readonly double[] s_chain =
    [
        0.5, 0.25, 0, 0, 0.25,
        0, 0, 1, 0, 0,
        0, 1, 0, 0, 0,
        0, 0, 0, 1, 0,
        0.2, 0, 0, 0.8, 0,
    ];

    [Theory]
    [InlineData(1, 5 / 9d)]
    [InlineData(0, 0.2 * 5 / 9)]
    public void Law_OfAReducibleChain_WeighsItsClassesByAbsorption(double zero, double absorbed)
    {
        // From 0: a = 1/2 + b/2 with b = a/5, half of what leaves 0 goes straight to the first class.
        double[] law = LongRun.Law(s_chain, RecurrentClasses.Of(s_chain, 5), [zero, 0, 0, 0, 1 - zero]);

        Assert.All(new[] { 0, absorbed / 2, absorbed / 2, 1 - absorbed, 0 }.Zip(law), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Law_OfAReducibleChain_IsTheTimeAverage()
    {
        double[] start = [0.3, 0.2, 0, 0.1, 0.4], now = start, sum = new double[5];
        const int Steps = 200_000;
        for (int step = 0; step < Steps; step++)
        {
            sum = [.. sum.Zip(now, (total, mass) => total + mass)];
            now = [.. Enumerable.Range(0, 5).Select(to => Enumerable.Range(0, 5).Sum(from => now[from] * s_chain[(from * 5) + to]))];
        }

        Assert.All(sum.Zip(LongRun.Law(s_chain, RecurrentClasses.Of(s_chain, 5), start)), pair => Assert.Equal(pair.First / Steps, pair.Second, 1e-4));
    }

    [Fact]
    public void Law_WithOneClass_ForgetsTheStart()
    {
        double[] chain = [0.5, 0.5, 0, 0, 0.5, 0.5, 0, 1, 0];
        RecurrentClasses classes = RecurrentClasses.Of(chain, 3);

        Assert.Equal(LongRun.Law(chain, classes, [1, 0, 0]), LongRun.Law(chain, classes, [0, 0, 1]));
        Assert.Equal(2 / 3d, LongRun.Law(chain, classes, [1, 0, 0])[1], 1e-15);
    }
}
