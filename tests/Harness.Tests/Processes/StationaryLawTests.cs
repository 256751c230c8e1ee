using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class StationaryLawTests
{
    [Fact]
    public void Solve_OneState_IsCertain() => Assert.Equal([1], StationaryLaw.Solve([1], 1));

    [Fact]
    public void Solve_APeriodicChain_IsItsTimeAverage() =>
        Assert.Equal([1 / 3d, 1 / 3d, 1 / 3d], StationaryLaw.Solve([0, 1, 0, 0, 0, 1, 1, 0, 0], 3));

    /// <summary>A birth-death chain has a closed form over many orders of magnitude; elimination without subtraction keeps every digit.</summary>
    [Fact]
    public void Solve_BirthAndDeath_IsAccurateInEveryComponent()
    {
        const int States = 40;
        const double Up = 0.1, Down = 0.8;
        double[] chain = new double[States * States];
        for (int i = 0; i < States; i++)
        {
            chain[(i * States) + Math.Min(i + 1, States - 1)] += Up;
            chain[(i * States) + Math.Max(i - 1, 0)] += Down;
            chain[(i * States) + i] += 1 - Up - Down;
        }
        double[] law = StationaryLaw.Solve(chain, States);
        double first = (1 - (Up / Down)) / (1 - Math.Pow(Up / Down, States));

        for (int i = 0; i < States; i++)
        {
            Assert.Equal(1, law[i] / (first * Math.Pow(Up / Down, i)), 1e-12);
        }
    }

    [Fact]
    public void Solve_ARandomChain_IsLeftUnchangedByTheChain()
    {
        const int States = 100;
        Random random = new(7);
        double[][] rows = [.. Enumerable.Range(0, States).Select(_ => Enumerable.Range(0, States).Select(_ => random.NextDouble()).ToArray())];
        double[] chain = [.. rows.SelectMany(row => row.Select(weight => weight / row.Sum()))];
        double[] law = StationaryLaw.Solve(chain, States);

        Assert.Equal(1, law.Sum(), 1e-14);
        for (int to = 0; to < States; to++)
        {
            Assert.Equal(law[to], Enumerable.Range(0, States).Sum(from => law[from] * chain[(from * States) + to]), 1e-15);
        }
    }
}
