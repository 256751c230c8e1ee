using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class RandomStreamTests
{
    // The reference outputs of SplitMix64 for the seed 1234567.
    [Fact]
    public void NextUInt64_SeedOfTheReference_GivesItsNumbers()
    {
        RandomStream random = new(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void At_AnIndex_DoesNotDependOnWhereTheStreamStands()
    {
        RandomStream random = new(3);
        ulong before = random.At(5).NextUInt64();
        for (int i = 0; i < 10; i++)
        {
            random.NextUInt64();
        }

        Assert.Equal(before, random.At(5).NextUInt64());
        Assert.NotEqual(before, random.At(6).NextUInt64());
    }

    [Fact]
    public void At_ManyIndices_ShareNoNumbers()
    {
        RandomStream random = new(3);
        ulong[] all = [.. Enumerable.Range(-100, 300).SelectMany(index =>
        {
            RandomStream at = random.At(index);
            return Enumerable.Range(0, 20).Select(_ => at.NextUInt64()).ToArray();
        })];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    // Standard errors: mean of a uniform 1/√(12n), of a normal 1/√n, of its square √(2/n); five of them are allowed.
    [Fact]
    public void NextDoubleAndNormal_ManyDraws_HaveTheirMoments()
    {
        const int n = 200_000;
        RandomStream random = new(11);
        double[] uniform = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())], normal = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())];

        Assert.All(uniform, value => Assert.InRange(value, 0, 1 - 1e-16));
        Assert.InRange(uniform.Average(), 0.5 - (5 / Math.Sqrt(12.0 * n)), 0.5 + (5 / Math.Sqrt(12.0 * n)));
        Assert.InRange(normal.Average(), -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
        Assert.InRange(normal.Average(value => value * value), 1 - (5 * Math.Sqrt(2.0 / n)), 1 + (5 * Math.Sqrt(2.0 / n)));
        Assert.InRange(normal.Zip(normal.Skip(1)).Average(pair => pair.First * pair.Second), -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
    }

    [Fact]
    public void NextInt_ManyDraws_AreUniform()
    {
        RandomStream random = new(12);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 10_000 - 500, 10_000 + 500));
        Assert.Equal(0, random.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
    }

    [Fact]
    public void NextPermutation_OfFour_ReachesEveryOrderEquallyOften()
    {
        RandomStream random = new(13);
        Dictionary<string, int> counts = [];
        for (int i = 0; i < 24_000; i++)
        {
            string order = string.Join("", random.NextPermutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 840, 1160));
        Assert.Empty(random.NextPermutation(0));
    }
}
