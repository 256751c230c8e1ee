using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Statistics;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>What each kind of verdict is in the results of <c>dotnet test</c>: passed, failed with the verdict in full, or skipped with its outcome.</summary>
public sealed class ClaimGateTests
{
    private static readonly Estimate s_estimate = new(3, 0.71, 0.66, 0.76, "student-t 0.95");

    [Fact]
    public void Claim_AsExpected_Passes() => Assert.Null(Thrown(Verdict(Outcome.Supported)));

    [Fact]
    public void Claim_Opposite_FailsWithEverythingThatAStrangerNeeds()
    {
        string message = Thrown(Verdict(Outcome.Refuted))!.Message;

        Assert.Equal(
            """
            a/claim v1: refuted (supported expected)
            The opposite of what is expected was shown.
              claim     Beliefs can be read.
              measure   R² belief @ ln_final
              estimate  0.710 [0.660, 0.760], student-t 0.95, n = 3
              needs     ≥ 0.9
              because   needs ≥ 0.9: 0.71 [0.66, 0.76], n = 3 (interval-outside)
              seeds     1: 0.700, loss gap 0.0010 nats
                        2: 0.710, loss gap 0.0010 nats
                        3: 0.720, loss gap 0.0010 nats
              nulls     untrained: 0.500 [0.400, 0.600], exceeded by +0.210 [0.100, 0.300]
              controls  ✓ planted: supported, must be supported; mean 0.999
              must hold settled: 3 of 3 at or below 0.0020; worst 0.0010
            """.ReplaceLineEndings("\n"), message.Trim());
    }

    [Fact]
    public void Claim_Inconclusive_FailsAndSaysThatItIsNotShownFalse() =>
        Assert.Contains("Not shown false, and not shown true either.", Thrown(Verdict(Outcome.Inconclusive))!.Message, StringComparison.Ordinal);

    [Fact]
    public void Claim_Exploratory_IsSkippedWithItsOutcome()
    {
        Verdict verdict = Verdict(Outcome.Refuted);
        Exception skipped = Thrown(verdict with { Claim = verdict.Claim with { Status = ClaimStatus.Exploratory } })!;
        Assert.StartsWith("$XunitDynamicSkip$exploratory: refuted (supported expected). needs ≥ 0.9", skipped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_ThatIsNotWhatWasRegistered_PassesWithAWarning()
    {
        List<string> warnings = [];
        ClaimGate.Check(Verdict(Outcome.Supported), new Registration(RegistrationState.Changed, new string('0', 64), "2026-01-02"), warnings.Add);
        Assert.StartsWith("NOT WHAT WAS REGISTERED: 'a/claim' was registered as version 1 on 2026-01-02", Assert.Single(warnings), StringComparison.Ordinal);
    }

    // Not by Assert.Throws, which would let a skip pass on as the result of this test.
    private static Exception? Thrown(Verdict verdict)
    {
        try
        {
            ClaimGate.Check(verdict, null, _ => { });
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static Verdict Verdict(Outcome outcome)
    {
        Claim claim = new(
            "a/claim", 1, ClaimStatus.Registered, Tier.Quick, Expectation.Supported, "Beliefs can be read.", new AffineProbe(new Location("ln_final")), new AtLeast(0.9), new StudentT());
        ReplicateValue[] replicates = [.. new[] { 0.70, 0.71, 0.72 }.Select((value, i) => new ReplicateValue(i + 1, Measured.Of(value), new Dictionary<string, Measured>(), 0.001))];
        return new Verdict(
            claim, outcome, new Reason("interval-outside", "needs ≥ 0.9: 0.71 [0.66, 0.76], n = 3"), s_estimate, [], replicates,
            [new NullResult("untrained", false, new Estimate(3, 0.5, 0.4, 0.6, "student-t 0.95"), new Estimate(3, 0.21, 0.1, 0.3, "paired-t 0.95"))],
            [new PreconditionResult("settled", 0.002, 3, 3, 0.001)], [new ControlResult("planted", Expectation.Supported, Outcome.Supported, 0.999)], []);
    }
}
