using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class OrbitTests
{
    [Fact]
    public void Move_ManyTimes_DrawsTokensAsOftenAsTheProcessDoes()
    {
        Orbit orbit = new(KnownProcesses.GoldenMean(), "test");

        int ones = Enumerable.Range(0, 30_000).Sum(_ => orbit.Move());

        Assert.Equal(1 / 3.0, ones / 30_000.0, 0.01);
    }

    [Fact]
    public void Move_FromTheSamePurpose_IsTheSameWalk()
    {
        Orbit first = new(KnownProcesses.Coin(0.5), "test"), again = new(KnownProcesses.Coin(0.5), "test"), other = new(KnownProcesses.Coin(0.5), "another");
        int[] walk = [.. Enumerable.Range(0, 100).Select(_ => first.Move())];

        Assert.Equal(walk, Enumerable.Range(0, 100).Select(_ => again.Move()));
        Assert.NotEqual(walk, Enumerable.Range(0, 100).Select(_ => other.Move()));
    }

    [Fact]
    public void Belief_AfterAMove_IsThatOfTheFilter()
    {
        Orbit orbit = new(KnownProcesses.GoldenMean(), "test");
        int symbol = orbit.Move();

        Digits.Agree(symbol == 1 ? [0, 1] : [1, 0], orbit.Belief.ToArray(), 1e-15);
    }
}
