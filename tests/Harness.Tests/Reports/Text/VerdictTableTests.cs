using Harness.Claims;
using Harness.Reports.Text;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class VerdictTableTests
{
    [Fact]
    public void Write_OneOfEachKind_IsAlignedWithReasonsBelow()
    {
        string table = VerdictTable.Write(
        [
            SampleVerdict.Of("mess3/final-residual", Outcome.Supported),
            SampleVerdict.Of("rrxor/last-layer", Outcome.Supported, Expectation.Refuted),
            SampleVerdict.Of("even/final-residual", Outcome.Inconclusive, reason: "needs ≥ 0.9: 0.9100 [0.8700, 0.9500], n = 5; a new version with about 6 fresh seeds would likely settle it"),
            SampleVerdict.Of("rrxor/curious", Outcome.Refuted, status: ClaimStatus.Exploratory),
        ]);
        Assert.Equal(
            """
               claim                    outcome (expected)        estimate              needs  seeds  controls
            ─  ───────────────────────  ────────────────────────  ────────────────────  ─────  ─────  ────────
            ✓  mess3/final-residual v2  supported (supported)     0.950 [0.940, 0.960]  ≥ 0.9  4/5    ✓✗
                 needs ≥ 0.9: 0.9500 [0.9400, 0.9600], n = 5
            ✗  rrxor/last-layer v2      supported (refuted)       0.950 [0.940, 0.960]  ≥ 0.9  4/5    ✓✗
                 needs ≥ 0.9: 0.9500 [0.9400, 0.9600], n = 5
            ?  even/final-residual v2   inconclusive (supported)  0.950 [0.940, 0.960]  ≥ 0.9  4/5    ✓✗
                 needs ≥ 0.9: 0.9100 [0.8700, 0.9500], n = 5; a new version with about 6 fresh seeds would likely settle it
            ·  rrxor/curious v2         refuted (supported)       0.950 [0.940, 0.960]  ≥ 0.9  4/5    ✓✗
                 needs ≥ 0.9: 0.9500 [0.9400, 0.9600], n = 5

            1 as expected · 1 opposite · 1 inconclusive · 1 exploratory

            """.ReplaceLineEndings("\n"),
            table);
    }

    [Fact]
    public void Write_Cautions_StandOutBelowTheReason()
    {
        string table = VerdictTable.Write([SampleVerdict.Of("a/b", Outcome.Supported) with { Cautions = ["NOT WHAT WAS REGISTERED", "seed 3 is far off"] }]);
        Assert.Contains("n = 5\n  !  NOT WHAT WAS REGISTERED\n  !  seed 3 is far off\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongNames_StaysWithinTheWidth()
    {
        string table = VerdictTable.Write([.. SampleRun.Mess3.Claims, SampleVerdict.Of("a-very-long-experiment-name/" + new string('x', 90), Outcome.Inconclusive, reason: new string('y', 400))]);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= VerdictTable.Width, line));
    }

    [Fact]
    public void Write_SeveralComparisons_ShowsTheOneMostAgainstTheClaim()
    {
        Assert.Equal("table-1", SampleRun.Mess3.Claims[1].Hardest!.Rival);
        Assert.Matches(@"hardest: table-1 \+0\.1\d\d \[0\.1\d\d, 0\.1\d\d\]", Harness.Reports.Wording.Needs(SampleRun.Mess3.Claims[1]));
    }
}
