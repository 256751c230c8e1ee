using Harness.Claims;
using Harness.Reports.Text;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class VerdictBlockTests
{
    [Fact]
    public void Write_OfAClaimWithNulls_ListsThoseThatItNamesFirst()
    {
        string[] lines = VerdictBlock.Write(SampleRun.Mess3.Claims[1]).Split('\n');
        int nulls = Array.FindIndex(lines, line => line.StartsWith("  nulls", StringComparison.Ordinal));
        string[] listed = [.. lines[nulls..].TakeWhile(line => line.EndsWith(", listed in the claim", StringComparison.Ordinal)).Select(line => line[12..].Split(':')[0])];
        Assert.Equal(["permuted", "table-1", "untrained"], listed.Order(StringComparer.Ordinal));
        Assert.Matches(@"^  nulls     \S+: -?\d\.\d+ \[.*\], exceeded by \+\d\.\d+ \[.*\], listed in the claim$", lines[nulls]);
        Assert.DoesNotContain(", listed", lines[nulls + 3], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfAFailure_SaysWhichKindItIs()
    {
        Assert.StartsWith("a/b v2: refuted (supported expected)\nThe opposite of what is expected was shown.\n", VerdictBlock.Write(SampleVerdict.Of("a/b", Outcome.Refuted)), StringComparison.Ordinal);
        Assert.StartsWith("a/b v2: inconclusive (supported expected)\nNot shown false, and not shown true either.\n", VerdictBlock.Write(SampleVerdict.Of("a/b", Outcome.Inconclusive)), StringComparison.Ordinal);
        Assert.StartsWith("a/b v2: supported (supported expected)\n  claim     A statement.\n", VerdictBlock.Write(SampleVerdict.Of("a/b", Outcome.Supported)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfAnything_HasTheNumbersAndTheirOrigin()
    {
        string block = VerdictBlock.Write(SampleVerdict.Of("a/b", Outcome.Refuted) with { Cautions = ["one", "two"], Estimate = null });
        foreach (string line in new[]
        {
            "  estimate  undefined\n", "  needs     ≥ 0.9\n", "  seeds     1: 0.950, loss gap 0.0010 nats\n            2: 0.950", "  controls  ✓ planted: supported, must be supported; mean 0.990\n            ✗ shuffled: inconclusive, must be refuted",
            "  must hold settled: 4 of 5 at or below 0.0020; worst 0.0030\n", "  caution   one\n            two\n",
        })
        {
            Assert.Contains(line, block, StringComparison.Ordinal);
        }
    }
}
