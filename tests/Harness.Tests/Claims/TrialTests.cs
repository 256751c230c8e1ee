using Harness.Claims;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class TrialTests
{
    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.9, 0.05)) with { Controls = [new PlantedControl(), new RivalControl()] };

    [Fact]
    public void OfControls_EachControl_IsJudgedLikeTheClaim()
    {
        IReadOnlyList<ControlResult> results = Trial.OfControls(s_claim, Evidence([0.99, 0.98, 0.99], [0.3, 0.4, 0.3], 0.5));

        Assert.Equal([("planted", Outcome.Supported), ("rival", Outcome.Refuted)], results.Select(result => (result.Kind, result.Outcome)));
        Assert.Equal([null, 0.5], results.Select(result => result.Ceiling));
        Assert.Equal(1 / 3.0, results[1].Mean!.Value, 1e-12);
    }

    // One replicate without a number leaves the control no mean; the ceiling is the largest of the replicates.
    [Fact]
    public void OfControls_AReadingWithoutNumber_HasNoMean()
    {
        ReplicateValue[] read = [Sample.Replicate(0.3) with { Ceiling = 0.4 }, Sample.Replicate(null) with { Ceiling = 0.6 }, Sample.Replicate(0.3)];

        ControlResult result = Trial.OfControls(s_claim with { Controls = [new RivalControl()] }, new Evidence([], [], [read]))[0];

        Assert.Equal(new ControlResult("rival", Expectation.Refuted, Outcome.Inconclusive, null, 0.6), result);
        Assert.Empty(Trial.OfControls(s_claim with { Controls = null }, new Evidence([], [], [])));
    }

    [Fact]
    public void OfControls_WithoutReadings_HaveNoMean() => Assert.Equal([null, null], Trial.OfControls(s_claim, new Evidence([], [], [[], []])).Select(result => result.Mean));

    // The wrong theory shares at most half with the right one. Who reads more of it reads something else.
    [Theory]
    [InlineData(0.3, null)]
    [InlineData(0.59, null)]
    [InlineData(0.61, "read 0.6100 of seed 2, where theory allows 0.5000 at most")]
    [InlineData(0.95, "read 0.9500 of seed 2, where theory allows 0.5000 at most")]
    public void Fault_ReadingMoreThanTheoryAllows_IsNamed(double read, string? fault)
    {
        Evidence evidence = Evidence([0.99, 0.99, 0.99], [0.3, read, 0.3], 0.5);

        Assert.Equal(fault, Trial.Fault(new ControlResult("rival", Expectation.Refuted, Outcome.Refuted, 0.4), evidence.Controls[1]));
    }

    [Theory]
    [InlineData("Supported", "Supported", null)]
    [InlineData("Supported", "Refuted", "came out refuted where it must be supported")]
    [InlineData("Supported", "Inconclusive", "came out inconclusive where it must be supported")]
    [InlineData("Refuted", "Supported", "came out supported where it must be refuted")]
    public void Fault_OutcomeOtherThanDeclared_IsNamed(string expected, string outcome, string? fault) => Assert.Equal(
        fault, Trial.Fault(new ControlResult("planted", Enum.Parse<Expectation>(expected), Enum.Parse<Outcome>(outcome), 0.9), Sample.Replicates(0.9, 0.9, 0.9)));

    [Fact]
    public void Decide_ControlAboveItsCeiling_LeavesTheClaimUnjudged()
    {
        Reason reason = Judge.Decide(s_claim, Evidence([0.99, 0.98, 0.99], [0.7, 0.7, 0.7], 0.5)).Reason;

        Assert.Equal("control:rival", reason.Code);
        Assert.Equal("the rival control read 0.7000 of seed 1, where theory allows 0.5000 at most: the instrument cannot be trusted here", reason.Text);
    }

    private static Evidence Evidence(double[] planted, double[] rival, double ceiling) => new(
        Sample.Replicates(0.95, 0.96, 0.97), [], [Sample.Replicates(planted), [.. Sample.Replicates(rival).Select(replicate => replicate with { Ceiling = ceiling })]]);
}
