using Harness.Claims;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("Registered", "Supported", 0.95, true, false)]
    [InlineData("Registered", "Supported", 0.1, false, true)]
    [InlineData("Registered", "Supported", 0.88, false, true)]
    [InlineData("Registered", "Refuted", 0.1, true, false)]
    [InlineData("Registered", "Refuted", 0.95, false, true)]
    [InlineData("Exploratory", "Supported", 0.1, false, false)]
    public void Fails_RegisteredClaim_WhenItComesOutOtherThanExpected(string status, string expect, double value, bool asExpected, bool fails)
    {
        Claim claim = Sample.Claim(new AtLeast(0.9, 0.05)) with { Status = Enum.Parse<ClaimStatus>(status), Expect = Enum.Parse<Expectation>(expect) };

        Verdict verdict = Judge.Decide(claim, new Evidence(Sample.Replicates(value, value, value), [], []));

        Assert.Equal(verdict.Replicates, verdict.Settled);
        Assert.Null(verdict.Corrected);
        Assert.Equal(asExpected, verdict.AsExpected);
        Assert.Equal(fails, verdict.Fails);
    }
}
