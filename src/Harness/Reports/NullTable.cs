using System.Globalization;
using System.Text;
using Harness.Measurements;

namespace Harness.Reports;

/// <summary>The null table of a process for a person at a terminal, and the sentence that follows from it.</summary>
internal static class NullTable
{
    private const int MostAxes = 8;

    public static void Write(StringBuilder text, NullCard nulls)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nR² of the belief without a network, contexts 1..{nulls.Window}\n");
        text.Append(CultureInfo.InvariantCulture, $"                  held out by {Wording.Word(nulls.Partition),-15} in sample             as published\n");
        text.Append(CultureInfo.InvariantCulture, $"                  by {Weights(nulls.Weighting),-24} by {Weights(nulls.Weighting),-19} every row of every word\n");
        text.Append("                  pooled   whitened          pooled   whitened     pooled   mean squared error\n");
        foreach ((string name, NullScore heldOut) in nulls.HeldOut)
        {
            NullScore inSample = nulls.InSample[name], published = nulls.AsPublished[name];
            text.Append(CultureInfo.InvariantCulture,
                $"  {name,-14}{R(heldOut.RSquared)}  {R(heldOut.Whitened)}        {R(inSample.RSquared)}  {R(inSample.Whitened)}   {R(published.RSquared)}   {Error(published.MeanSquaredError)}\n");
        }
        Reasons(text, nulls);
        Axes(text, nulls);
        text.Append(Sentence(nulls.Separation)).Append('\n');
    }

    /// <summary>What the process can show, in words.</summary>
    public static string Sentence(Separation separation)
    {
        if (separation.Directions == 0)
        {
            return "This process cannot separate anything: its belief is the same after every context.";
        }
        string all = Wording.Plural(separation.Directions, "direction");
        if (!separation.Separates)
        {
            return "This process cannot separate a representation of beliefs from a representation of the next token:\nthe belief is an affine image of the next-token law.";
        }
        StringBuilder sentence = new("This process can separate a representation of beliefs from a representation of the next token:\nthe next-token law fixes ");
        sentence.Append(separation.ByNextToken == 0 ? "none" : Wording.Count(separation.ByNextToken)).Append(" of the ").Append(all).Append(" in which beliefs vary");
        if (separation.MixedStates is { } states)
        {
            sentence.Append(states.Laws == states.Count
                ? $".\nBut each of its {Wording.Grouped(states.Count)} mixed states has a next-token law of its own: only affine read-outs are separated"
                : $".\nIts {Wording.Grouped(states.Count)} mixed states have {Wording.Plural(states.Laws, "different next-token law")}");
        }
        if (separation.ByLogarithm == separation.Directions)
        {
            sentence.Append(".\nThe belief is an affine image of the logarithm of the law, though: logits decode it");
        }
        return sentence.Append('.').ToString();
    }

    private static void Reasons(StringBuilder text, NullCard nulls)
    {
        foreach (IGrouping<string, string> reason in nulls.HeldOut.Concat(nulls.InSample).Where(score => score.Value.RSquared.Why is not null)
            .GroupBy(score => score.Value.RSquared.Why!, score => score.Key))
        {
            string[] names = [.. reason.Distinct()];
            text.Append(CultureInfo.InvariantCulture, $"  undefined{(names.Length == nulls.HeldOut.Count ? "" : " " + string.Join(", ", names))}: {reason.Key}\n");
        }
    }

    private static void Axes(StringBuilder text, NullCard nulls)
    {
        if (nulls.VarianceShares.Count < 2)
        {
            return;
        }
        text.Append("principal axes of the belief, by variance\n");
        Row(text, "share", nulls.VarianceShares);
        foreach (string name in new[] { TheoryNulls.NextToken, TheoryNulls.LogNextToken, TheoryNulls.LastAll })
        {
            Row(text, name, nulls.InSample[name].ByAxis);
        }
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<double> values)
    {
        if (values.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name,-14}{string.Join("  ", values.Take(MostAxes).Select(value => value.ToString("F4", CultureInfo.InvariantCulture)))}{(values.Count > MostAxes ? "  …" : "")}\n");
        }
    }

    private static string Weights(Weighting weighting) => weighting == Weighting.Probability ? "probability" : "rows of words";

    private static string R(Measured value) => (value.Value is { } number ? number.ToString("F4", CultureInfo.InvariantCulture) : Wording.None).PadLeft(9);

    private static string Error(Measured value) => value.Value is { } number ? number.ToString("F6", CultureInfo.InvariantCulture) : Wording.None;
}
