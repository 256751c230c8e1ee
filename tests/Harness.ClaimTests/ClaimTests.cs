using Harness.Claims;
using Harness.Specs;
using Harness.Testing;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>The gate: one test for each claim. A registered claim must come out as it expects; an exploratory one is skipped with its outcome.</summary>
public sealed class ClaimTests(ClaimRuns runs) : IGoldenSource
{
    static IEnumerable<string> IGoldenSource.Goldens
    {
        get
        {
            string[] current = [.. SpecIndex.All.Where(entry => entry.Status == "registered").Select(entry => VerdictGolden.Name(entry.Claim, entry.Version))];
            return current.Concat(VerdictGolden.Earlier(current)).Select(name => name + ".json");
        }
    }

    [Theory, ClaimsOfSpecs]
    public async Task Claim_Judged_ComesOutAsExpected(string file, string claim)
    {
        Assert.SkipWhen(claim.Length == 0 && Readable(file), "the file has no claim");
        Verdict verdict = await runs.Of(claim);
        ClaimGate.Check(verdict, ClaimRuns.RegistrationOf(claim), TestContext.Current.AddWarning);
        VerdictGolden.Check(verdict);
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
}
