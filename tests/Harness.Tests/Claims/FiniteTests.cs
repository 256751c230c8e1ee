using Harness.Claims;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class FiniteTests
{
    private static readonly Claim s_claim = Sample.Claim(new Exceeds(0, ["table-3", "best-null"]), new Finite());

    [Fact]
    public void Value_OfAReplicate_CountsWhatIsUndefined()
    {
        Assert.Equal(0, Undefined(Sample.Replicate(0.9, 0, ("table-3", 0.5))));
        Assert.Equal(1, Undefined(Sample.Replicate(null, 0, ("table-3", 0.5))));
        Assert.Equal(1, Undefined(Sample.Replicate(0.9)));
        Assert.Equal(1, Undefined(Sample.Replicate(0.9, double.PositiveInfinity, ("table-3", 0.5))));
        Assert.Equal(3, Undefined(Sample.Replicate(null) with { LossGapNats = null }));
    }

    // A trend is made of its points; the claim's own value is not among them.
    [Fact]
    public void Value_OfATrend_LeavesTheClaimsOwnValueOut() => Assert.Equal(
        0, new Finite().Value(Sample.Claim(new IncreasesWith(0.5, null, ["a", "b"])), Sample.Replicate(null, 0, ("a", 1), ("b", 2))));

    [Fact]
    public void Decide_OneOfFiveUndefined_IsDecidedByTheOthersIfTheNullDoesNotMatter()
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(1, 5).Select(seed => Sample.Replicate(seed == 5 ? null : 0.2, 0, ("table-3", 0.5)) with { Seed = seed })];

        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(replicates, 0));
        Verdict without = Judge.Decide(s_claim with { Preconditions = null }, new Evidence(replicates, [], []));

        // Counted as an excess of nothing the fifth widens the interval: −0.24 [−0.41, −0.07].
        Assert.Equal(Outcome.Refuted, verdict.Outcome);
        Assert.Equal("undefined:value", without.Reason.Code);
        Assert.Equal(new PreconditionResult("finite", 0, 4, 5, 1), Assert.Single(verdict.Preconditions));
    }

    [Fact]
    public void Decide_MoreThanAFifthUndefined_IsInconclusive()
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(1, 5).Select(seed => Sample.Replicate(seed > 3 ? null : 0.2, 0, ("table-3", 0.5)) with { Seed = seed })];

        Reason reason = Judge.Decide(s_claim, Sample.Evidence(replicates, 0)).Reason;

        Assert.Equal("precondition:finite", reason.Code);
        Assert.StartsWith("3 of 5 replicates are finite (no undefined number); worst 1", reason.Text, StringComparison.Ordinal);
    }

    private static double? Undefined(ReplicateValue replicate) => new Finite().Value(s_claim, replicate);
}
