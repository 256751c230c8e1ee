using Harness.Claims;
using Harness.Reports.Differences;
using Harness.Reports.Text;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class DifferenceTextTests
{
    private static readonly ClaimSide s_before = new(1, ClaimStatus.Registered, Expectation.Supported, Outcome.Supported, new Estimate(5, 0.95, 0.94, 0.96, "student-t 0.95"));

    [Fact]
    public void Write_OfDifferences_HasALineForEach()
    {
        ClaimSide after = s_before with { Outcome = Outcome.Refuted, Estimate = new Estimate(5, 0.7, 0.6, 0.8, "student-t 0.95") };
        RunDifference difference = new(1, false, "runs/a", "runs/b",
        [
            new("mess3", null, [new("mess3/loss", ["outcome", "estimate"], s_before, after), new("mess3/new", ["added"], null, s_before)], [new("$.seeds", "[1]", "[2]"), new("$.notes", null, "\"x\"")], 3),
            new("same", null, [], [], 2),
            new("z1r", "removed", [new("z1r/loss", ["removed"], s_before, null)], [], 0),
        ]);
        Assert.Equal(
            """
            runs/a → runs/b
            mess3
              claim mess3/loss: outcome supported → refuted; estimate 0.950 [0.940, 0.960] → 0.700 [0.600, 0.800]
              claim mess3/new: added, supported (supported expected), 0.950 [0.940, 0.960]
              spec  $.seeds: [1] → [2]
              spec  $.notes: – → "x"
            z1r: removed
              claim z1r/loss: removed, supported (supported expected), 0.950 [0.940, 0.960]
            3 claims and 2 places in the specs differ; 5 claims of both runs agree

            """.ReplaceLineEndings("\n"), DifferenceText.Write(difference));
    }

    [Fact]
    public void Write_OfTheSame_SaysSo() =>
        Assert.Equal("a → b\nno difference; 1 claim of both runs agree\n", DifferenceText.Write(new RunDifference(1, true, "a", "b", [new("x", null, [], [], 1)])));
}
