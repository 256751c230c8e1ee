using Harness.Claims;
using Harness.Reports;
using Harness.Reports.Records;
using Harness.Reports.Text;
using Harness.Specs;
using Harness.Testing;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>The gate: one test for each claim. A registered claim must come out as it expects; an exploratory one is skipped with its outcome.</summary>
public sealed class ClaimTests(ClaimRuns runs) : IGoldenSource
{
    static IEnumerable<string> IGoldenSource.Goldens =>
        SpecIndex.All.Where(entry => entry.Status == "registered").Select(entry => $"verdicts/{FileName(entry.Claim)}.json");

    [Theory, ClaimsOfSpecs]
    public async Task Claim_Judged_ComesOutAsExpected(string file, string claim)
    {
        Assert.SkipWhen(claim.Length == 0 && Readable(file), "the file has no claim");
        Verdict verdict = await runs.Of(claim);
        VerdictRecord record = VerdictRecord.Of(verdict);
        if (verdict.Claim.Status == ClaimStatus.Exploratory)
        {
            Assert.Skip($"exploratory: {Wording.Outcome(record)}. {verdict.Reason.Text}");
        }
        if (verdict.Fails)
        {
            Assert.Fail((verdict.Outcome == Outcome.Inconclusive ? "Not shown false, but not shown either.\n" : "") + VerdictTable.Write([record]));
        }
        VerdictGolden.Check(verdict, $"verdicts/{FileName(claim)}");
    }

    // A spec that cannot be read fails here, with every problem and its place in the message.
    private static bool Readable(string file)
    {
        try
        {
            ClaimRuns.Load(file);
            return true;
        }
        catch (SpecException error)
        {
            Assert.Fail(error.Message);
            throw;
        }
    }

    private static string FileName(string claim) => claim.Replace("/", "--", StringComparison.Ordinal);
}
