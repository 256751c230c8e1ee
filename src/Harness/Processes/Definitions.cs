using Harness.Specs;

namespace Harness.Processes;

/// <summary>Gives every name of a process file its value: parameters as asked for or by default, then <c>let</c> in the order of need.</summary>
internal static class Definitions
{
    /// <param name="with">The parameters asked for.</param>
    /// <param name="file">The process file.</param>
    /// <param name="use">Where the parameters were asked for: the object that has one property for each of them.</param>
    /// <returns>NaN for a name whose problem has been reported.</returns>
    public static Dictionary<string, double> Resolve(IProcessFamily process, IReadOnlyDictionary<string, double> with, Scope file, Scope use)
    {
        Dictionary<string, double> values = Parameters(process, with, file, use);
        Lets(process, file["let"], values);
        return values;
    }

    /// <summary>The parameters' values in words: ", with x = 0.05, a = 0.85".</summary>
    public static string Describe(IProcessFamily process, IReadOnlyDictionary<string, double> values) => Evaluation.With(process.Parameters?.Keys ?? [], values);

    private static Dictionary<string, double> Parameters(IProcessFamily process, IReadOnlyDictionary<string, double> with, Scope file, Scope use)
    {
        Dictionary<string, double> values = [];
        foreach ((string name, ProcessParameter parameter) in process.Parameters ?? new Dictionary<string, ProcessParameter>())
        {
            Scope at = file["parameters"][name];
            double min = parameter.Min.Constant(at["min"]), max = parameter.Max.Constant(at["max"]), standard = parameter.Default.Constant(at["default"]);
            values[name] = with.TryGetValue(name, out double asked) ? asked : standard;
            if (min > max)
            {
                at["min"].Report(Problems.OutOfRange(FormattableString.Invariant($"min is {min:R}, above max, which is {max:R}."), "Exchange them."));
            }
            else if (!double.IsNaN(min + max + standard))
            {
                at["default"].InRange(standard, min, max);
                if (with.ContainsKey(name))
                {
                    use[name].InRange(asked, min, max);
                }
                // Whatever else a value out of range does to the matrices needs no report of its own.
                values[name] = values[name] >= min && values[name] <= max && (!parameter.Integer || IsInteger(values[name], with.ContainsKey(name) ? use[name] : at["default"]))
                    ? values[name] : double.NaN;
            }
        }
        foreach (string name in with.Keys.Where(name => !values.ContainsKey(name)))
        {
            use[name].Report(Problems.UnknownParameter(name, process.Id, values.Keys));
        }
        return values;
    }

    private static bool IsInteger(double value, Scope at)
    {
        if (Formula.IsInteger(value))
        {
            return true;
        }
        at.Report(Problems.NotInteger(at.Name, value));
        return false;
    }

    private static void Lets(IProcessFamily process, Scope at, Dictionary<string, double> values)
    {
        Dictionary<string, Scalar> open = (process.Let ?? new Dictionary<string, Scalar>()).ToDictionary();
        Dictionary<string, HashSet<string>> needs = open.ToDictionary(let => let.Key, let => Needs(let.Value, open));
        foreach (string name in open.Keys)
        {
            values[name] = double.NaN;
        }
        while (open.Keys.FirstOrDefault(name => !needs[name].Overlaps(open.Keys)) is { } ready)
        {
            values[ready] = open[ready].Evaluate(values, at[ready]);
            open.Remove(ready);
        }
        HashSet<string> reported = [];
        foreach (string start in open.Keys)
        {
            List<string> circle = Circle(start, open, needs);
            if (!circle.Exists(reported.Contains))
            {
                reported.UnionWith(circle);
                at[circle[0]].Report(Problems.Circular(circle.Append(circle[0])));
            }
        }
    }

    private static HashSet<string> Needs(Scalar scalar, Dictionary<string, Scalar> lets) =>
        scalar.Expression is { } text && ExpressionParser.Parse(text, out _) is { } expression ? [.. expression.Names.Where(lets.ContainsKey)] : [];

    /// <summary>The circle that is met when each name is followed to the first open name that it needs.</summary>
    private static List<string> Circle(string start, Dictionary<string, Scalar> open, Dictionary<string, HashSet<string>> needs)
    {
        List<string> path = [start];
        while (true)
        {
            string next = needs[path[^1]].First(open.ContainsKey);
            int met = path.IndexOf(next);
            if (met >= 0)
            {
                return path[met..];
            }
            path.Add(next);
        }
    }
}
