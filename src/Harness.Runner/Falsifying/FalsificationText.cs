using System.Text;
using Harness.Claims;
using Harness.Reports;

namespace Harness.Runner.Falsifying;

/// <summary>A falsification on a screen: the conclusion, then what it rests on.</summary>
internal static class FalsificationText
{
    public static string Write(Falsification falsification)
    {
        ForAllCounts counts = falsification.Counts;
        Claim claim = falsification.Verdict.Claim;
        int skipped = counts.Skipped.Values.Sum(), eligible = counts.Drawn - skipped;
        StringBuilder text = new();
        Line(text, $"{claim.Id} v{claim.Version} over {falsification.Request.Family.Id}: {Wording.Word(falsification.Verdict.Outcome)} ({Wording.Word(claim.Expect)} expected)");
        Line(text, $"  {claim.Statement}");
        Line(text, $"  {falsification.Verdict.Reason.Text}");
        Line(text, $"  processes: {falsification.Request.Family.Law}; seed {falsification.Request.Budget.Seed}");
        Line(text, $"  {counts.Drawn} drawn, {eligible} eligible{(skipped == 0 ? "" : $", {skipped} cannot test the claim ({string.Join(", ", counts.Skipped.Select(reason => $"{reason.Value} {reason.Key}"))})")}");
        Line(text, $"  eligible: {counts.Supported} supported, {counts.Inconclusive} inconclusive, {counts.Unconfirmed} refuted but not on fresh seeds, {counts.Refuted} refuted");
        if (falsification.Counterexample is { } found)
        {
            Line(text, $"  again: {CounterexampleStory.Replay(falsification.Request, found.Drawn.Draw)}");
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
}
