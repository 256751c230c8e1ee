using System.Text;
using Harness.Claims;
using Harness.Reports.Records;

namespace Harness.Reports.Text;

/// <summary>One verdict in full, as the message of a test: a stranger can tell from it what was claimed, what was found and why it fails.</summary>
internal static class VerdictBlock
{
    public static string Write(VerdictRecord verdict)
    {
        StringBuilder text = new();
        text.Append(Wording.Title(verdict)).Append(": ").Append(Wording.Outcome(verdict)).Append('\n');
        if (verdict.Fails)
        {
            text.Append(verdict.Outcome == Outcome.Inconclusive ? "Not shown false, and not shown true either.\n" : "The opposite of what is expected was shown.\n");
        }
        Row(text, "claim", verdict.Statement);
        Row(text, "measure", verdict.Label);
        Row(text, "estimate", verdict.Estimate is { } estimate ? $"{Wording.Interval(estimate)}, {estimate.Interval}, n = {Wording.Count(estimate.N)}" : "undefined");
        Row(text, "needs", Wording.Needs(verdict));
        Row(text, "because", $"{verdict.Reason.Text} ({verdict.Reason.Code})");
        Rows(text, "seeds", verdict.Replicates.Select(Seed));
        Rows(text, "nulls", verdict.Nulls.OrderByDescending(null_ => null_.Listed).Select(Null));
        Rows(text, "controls", verdict.Controls.Select(control =>
            $"{(Wording.Works(control) ? '✓' : '✗')} {control.Kind}: {Wording.Word(control.Outcome)}, must be {Wording.Word(control.Expected)}; mean {Wording.Number(control.Mean)}"));
        Rows(text, "must hold", verdict.Preconditions.Select(precondition =>
            $"{precondition.Kind}: {Wording.Count(precondition.Held)} of {Wording.Count(precondition.Of)} at or below {Wording.Number(precondition.Bound)}; worst {Wording.Number(precondition.Worst)}"));
        Rows(text, "caution", verdict.Cautions);
        return text.ToString();
    }

    private static string Seed(ReadingRecord replicate) => FormattableString.Invariant(
        $"{replicate.Seed}: {(replicate.Value is { } value ? Wording.Number(value) : replicate.Undefined)}{(replicate.LossGapNats is { } gap ? $", loss gap {Wording.Number(gap)} nats" : "")}");

    private static string Null(NullResult rival) =>
        $"{rival.Name}: {(rival.Estimate is null ? $"undefined ({rival.Undefined ?? "too few replicates"})" : Wording.Interval(rival.Estimate))}"
        + (rival.Difference is { } difference ? $", exceeded by {Wording.Signed(difference.Mean)} [{Wording.Number(difference.Low)}, {Wording.Number(difference.High)}]" : "")
        + (rival.Listed ? ", listed in the claim" : "");

    private static void Rows(StringBuilder text, string name, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Row(text, name, line);
            name = "";
        }
    }

    private static void Row(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(10)).Append(value.ReplaceLineEndings(" ")).Append('\n');
}
