using Harness.Specs;

namespace Harness.Processes;

/// <summary>The initial belief that a process file asks for.</summary>
internal static class StartLaw
{
    /// <returns>The weights of the states as written; NaN where a problem has been reported; null when the file has no start.</returns>
    public static double[]? Weights(FamilyMember member)
    {
        if (member.File.Start is not { } start)
        {
            return null;
        }
        double[] weights = new double[member.States.Count];
        for (int i = 0; i < start.Count; i++)
        {
            Add(weights, member, start[i], member.At["start"][i]);
        }
        return weights;
    }

    /// <summary>The weights divided by their total ηφ; reports a total that is not positive.</summary>
    public static double[] Scaled(FamilyMember member, double[] weights, ReadOnlySpan<double> readout)
    {
        double total = 0;
        for (int state = 0; state < weights.Length; state++)
        {
            total += weights[state] * readout[state];
        }
        if (!(total > 0 && double.IsFinite(total)))
        {
            member.At["start"].Report(Problems.BadStart(total, member.Given));
        }
        return [.. weights.Select(weight => weight / total)];
    }

    /// <summary>A process from an initial belief that was asked for, divided by its total ηφ.</summary>
    /// <returns>Null when it is no belief of the process, which is reported.</returns>
    public static HiddenMarkovModel? Begin(HiddenMarkovModel process, double[] belief, Scope at)
    {
        bool generalised = process.Kind == ProcessKind.Ghmm;
        double total = belief.Length == process.StateCount ? belief.Zip(process.Readout.ToArray(), (weight, readout) => weight * readout).Sum() : 0;
        if (!(total > 0 && double.IsFinite(total)) || (!generalised && belief.Any(weight => weight < 0)))
        {
            at.Report(Problems.BadBelief(string.Join(' ', belief.Select(weight => FormattableString.Invariant($"{weight:R}"))), process.States, generalised));
            return null;
        }
        HiddenMarkovModel begun = process.StartingFrom([.. belief.Select(weight => weight / total)]);
        if (generalised && Positivity.Of(begun).Refutation(begun, " from this start") is { } refutation)
        {
            at.Report(refutation);
            return null;
        }
        return begun;
    }

    private static void Add(double[] weights, FamilyMember member, StartWeight written, Scope at)
    {
        LabelTemplate? template = LabelTemplate.Read(written.State, at["state"]);
        Formula? formula = Formula.Read(written.Weight, at["weight"]);
        if (template is null || formula is null)
        {
            return;
        }
        Repetition.Run(written.For, member.Names, at["for"], names =>
        {
            double weight = formula.Evaluate(names, at["weight"]);
            int state = member.States.Find("state", template, written.For, names, at["state"]);
            if (state < 0 || double.IsNaN(weight))
            {
                return false;
            }
            weights[state] += weight;
            if (weight < 0 && member.File.Kind == ProcessKind.Hmm)
            {
                at["weight"].Report(Problems.NegativeStart(member.States.Names[state], weight, member.Given));
                return false;
            }
            return true;
        });
    }
}
