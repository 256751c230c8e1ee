using Harness.Specs;

namespace Harness.Processes;

/// <summary>Repeats something for every value of its indices: <c>"for": { "i": [1, "n"], "j": [0, "i - 1"] }</c>.</summary>
/// <remarks>Both ends are included, and a range whose end lies before its beginning is empty. A range may use the indices before it; the last index runs fastest.</remarks>
internal static class Repetition
{
    /// <summary>The most values that the indices of one <c>for</c> may run through.</summary>
    public const int MaxSteps = 1 << 18;

    /// <param name="ranges">Null for what is not repeated.</param>
    /// <param name="names">Values of the names that ranges may use.</param>
    /// <param name="at">The place of the ranges.</param>
    /// <param name="body">Is given the names together with the indices, the same dictionary each time; false ends the repetition.</param>
    public static void Run(IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? ranges, IReadOnlyDictionary<string, double> names, Scope at, Func<IReadOnlyDictionary<string, double>, bool> body)
    {
        if (ranges is null)
        {
            body(names);
            return;
        }
        List<(string Index, Formula First, Formula Last)> indices = [];
        foreach ((string index, IReadOnlyList<Scalar> range) in ranges)
        {
            if (Formula.Read(range[0], at[index][0]) is not { } first || Formula.Read(range[1], at[index][1]) is not { } last)
            {
                return;
            }
            indices.Add((index, first, last));
        }
        Dictionary<string, double> values = names.ToDictionary();
        int steps = 0;

        bool Run(int depth)
        {
            if (depth == indices.Count)
            {
                return body(values);
            }
            (string index, Formula first, Formula last) = indices[depth];
            if (first.Integer(values, at[index][0]) is not { } from || last.Integer(values, at[index][1]) is not { } to)
            {
                return false;
            }
            for (long value = from; value <= to; value++)
            {
                if (++steps > MaxSteps)
                {
                    at.Report(Problems.TooLarge(
                        FormattableString.Invariant($"The indices run through more than {MaxSteps} values."), "Use shorter ranges."));
                    return false;
                }
                values[index] = value;
                if (!Run(depth + 1))
                {
                    return false;
                }
            }
            values.Remove(index);
            return true;
        }

        Run(0);
    }
}
