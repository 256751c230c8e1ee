using Harness.Beliefs;
using Harness.Claims;
using Harness.Measurements;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>Whether a process can test a claim, from theory alone; with the plan by which it would.</summary>
/// <param name="Plan">Null where there is none: the process is too large, or the claim does not apply to it.</param>
/// <param name="Reason">Why the process cannot test the claim, as a stable word; null where it can.</param>
/// <param name="Detail">The same with the numbers.</param>
internal sealed record Eligibility(ExperimentPlan? Plan, string? Reason, string? Detail)
{
    public const string TooLarge = "too-large";
    public const string CannotSeparate = "cannot-separate";
    public const string DoesNotApply = "claim-does-not-apply";
    public const string TooLittleToLearn = "too-little-to-learn";
    public const string NullTooGood = "null-too-good";

    private const string CannotSeparateCode = "SPEC030";

    /// <param name="spec">The experiment of the claim; its process is replaced.</param>
    /// <param name="asked">Null: only what the claim itself needs of a process.</param>
    public static Eligibility Of(ExperimentSpec spec, string file, Claim claim, GenerativeProcess process, Eligible? asked)
    {
        ExperimentPlan plan;
        try
        {
            plan = ExperimentPlan.Of(spec, file, process, [claim]);
        }
        catch (TreeTooLargeException error)
        {
            return new Eligibility(null, TooLarge, error.Message);
        }
        (string Reason, string Detail)? why = asked is null ? null : Refusal(claim, plan, asked);
        why ??= Misfit(claim, plan);
        return new Eligibility(plan, why?.Reason, why?.Detail);
    }

    // What a person would be told of the same claim about this process.
    private static (string, string)? Misfit(Claim claim, ExperimentPlan plan)
    {
        List<Problem> problems = [];
        claim.Check(Scope.Root(plan.File, null, problems), plan.Measures);
        return problems.Count == 0 ? null : (problems[0].Finding.Code == CannotSeparateCode ? CannotSeparate : DoesNotApply, problems[0].Finding.What);
    }

    private static (string, string)? Refusal(Claim claim, ExperimentPlan plan, Eligible asked)
    {
        int[] tables = [.. claim.Comparator.Nulls.Select(TheoryNulls.TableOrder).OfType<int>().Where(k => k <= plan.Theory.LongestTable)];
        if (tables.Length > 0 && tables.Min(plan.Theory.Tables.LossGapNats) is var gap && gap < asked.LeastGapNats)
        {
            return (TooLittleToLearn, FormattableString.Invariant($"the best table of the claim is within {gap:G3} nats of the optimum"));
        }
        if (asked.Separates && !plan.Contexts.Separation.Separates)
        {
            return (CannotSeparate, "beliefs are an affine image of the next-token law");
        }
        foreach (string name in claim.Comparator.Nulls)
        {
            if (claim.Measure.HigherIsBetter && claim.Measure.InTheory(name, plan.Measures)?.Value is { } score && score > asked.GreatestNull)
            {
                return (NullTooGood, FormattableString.Invariant($"the null '{name}' alone gives {score:F3}"));
            }
        }
        return null;
    }
}
