using System.Text;
using Harness.Reports.Differences;

namespace Harness.Reports.Text;

/// <summary>What differs between two runs, for a person at a terminal.</summary>
internal static class DifferenceText
{
    public static string Write(RunDifference difference)
    {
        StringBuilder text = new($"{difference.First} → {difference.Second}\n");
        foreach (ExperimentDifference experiment in difference.Experiments.Where(experiment => experiment.Change is not null || experiment.Claims.Count + experiment.Spec.Count > 0))
        {
            text.Append(experiment.Id).Append(experiment.Change is null ? "" : $": {experiment.Change}").Append('\n');
            foreach (ClaimDifference claim in experiment.Claims)
            {
                text.Append("  claim ").Append(claim.Id).Append(": ").AppendJoin("; ", claim.Changes.Select(change => Change(change, claim))).Append('\n');
            }
            foreach (ValueDifference value in experiment.Spec)
            {
                text.Append("  spec  ").Append(value.Path).Append(": ").Append(value.First ?? Wording.None).Append(" → ").Append(value.Second ?? Wording.None).Append('\n');
            }
        }
        int claims = difference.Experiments.Sum(experiment => experiment.Claims.Count), places = difference.Experiments.Sum(experiment => experiment.Spec.Count);
        int agreeing = difference.Experiments.Sum(experiment => experiment.Agreeing);
        text.Append(difference.Same ? "no difference" : $"{Wording.Plural(claims, "claim")} and {Wording.Plural(places, "place")} in the specs differ");
        return text.Append("; ").Append(Wording.Plural(agreeing, "claim")).Append(" of both runs agree\n").ToString();
    }

    private static string Change(string change, ClaimDifference claim) => change switch
    {
        "added" => $"added, {Side(claim.Second!)}",
        "removed" => $"removed, {Side(claim.First!)}",
        _ => $"{change} {Value(change, claim.First!)} → {Value(change, claim.Second!)}",
    };

    private static string Side(ClaimSide side) => $"{Wording.Word(side.Outcome)} ({Wording.Word(side.Expected)} expected), {Wording.Interval(side.Estimate)}";

    private static string Value(string change, ClaimSide side) => change switch
    {
        "version" => Wording.Count(side.Version),
        "status" => Wording.Word(side.Status),
        "expected" => Wording.Word(side.Expected),
        "outcome" => Wording.Word(side.Outcome),
        _ => Wording.Interval(side.Estimate),
    };
}
