using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class SeedTests
{
    [Fact]
    public void Stream_SameSeedAndName_IsTheSame() => Assert.Equal(First(7, "initialisation"), First(7, "initialisation"));

    [Fact]
    public void Stream_OtherNameOrSeed_SharesNothing()
    {
        string[] names = ["initialisation", "training-data", "folds", "1/folds"];
        ulong[] first = [.. from seed in Enumerable.Range(-50, 200) from name in names select First(seed, name)];

        Assert.Equal(first.Length, first.Distinct().Count());
    }

    // SHA-256 of "101/initialisation", first eight bytes little-endian, one step of SplitMix64; worked out by another program.
    [Fact]
    public void Stream_KnownSeed_IsFrozen() => Assert.Equal(0xB5560EBC7D324B1DUL, First(101, "initialisation"));

    private static ulong First(int seed, string name) => new Seed(seed).Stream(name).NextUInt64();
}
