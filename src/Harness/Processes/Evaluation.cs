using System.Globalization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>Computes an expression in float64 and collects what goes wrong: unknown names, division by zero, a result that is not finite.</summary>
/// <param name="text">The expression as it was written, for messages.</param>
/// <param name="names">Values of names; NaN for one whose own problem has been reported, which then is not reported again.</param>
internal sealed class Evaluation(string text, IReadOnlyDictionary<string, double> names)
{
    public List<Finding> Findings { get; } = [];

    /// <summary>The value, or NaN with at least one finding, here or at a name that it uses.</summary>
    public double Value(Expression expression)
    {
        string[] used = [.. expression.Names.Distinct()];
        Findings.AddRange(used.Where(name => !names.ContainsKey(name)).Select(name => Problems.UnknownName(name, text, names.Keys)));
        if (Findings.Count > 0 || used.Any(name => double.IsNaN(names[name])))
        {
            return double.NaN;
        }
        double value = Of(expression);
        if (Findings.Count == 0 && !double.IsFinite(value))
        {
            Findings.Add(Problems.NotFinite(text, value));
        }
        return Findings.Count == 0 ? value : double.NaN;
    }

    private double Of(Expression expression)
    {
        switch (expression)
        {
            case Expression.Number number:
                return number.Value;
            case Expression.Name name:
                return names[name.Id];
            case Expression.Negated negated:
                return -Of(negated.Operand);
            case Expression.Call call:
                return Of(call);
            case Expression.Binary binary:
                double left = Of(binary.Left), right = Of(binary.Right);
                return binary.Operator switch
                {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    '/' => right != 0 ? left / right : ByZero(binary.Right),
                    _ => left != 0 || !(right < 0) ? Math.Pow(left, right) : ByZero(binary.Left),
                };
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }
    }

    private double Of(Expression.Call call)
    {
        Function function = Function.All[call.Function];
        double[] arguments = [.. call.Arguments.Select(Of)];
        int wrong = Array.FindIndex(arguments, argument => !function.Takes(argument));
        if (wrong < 0 || Findings.Count > 0)
        {
            return function.Value(arguments);
        }
        Findings.Add(Problems.NotInteger($"'{call.Arguments[wrong]}' in '{text}'", arguments[wrong], With(call.Arguments[wrong].Names, names)));
        return double.NaN;
    }

    private double ByZero(Expression zero)
    {
        string values = Describe(zero.Names, names);
        Findings.Add(Problems.DivisionByZero(text, values.Length == 0 ? "" : zero is Expression.Name ? $": {values}" : $": {zero} is 0 with {values}"));
        return double.NaN;
    }

    /// <summary>", with p = 0.25, q = 0.5"; empty where no name is used.</summary>
    public static string With(IEnumerable<string> used, IReadOnlyDictionary<string, double> values) =>
        Describe(used, values) is { Length: > 0 } described ? $", with {described}" : "";

    /// <summary>Names with their values: "p = 0.25, q = 0.5".</summary>
    private static string Describe(IEnumerable<string> used, IReadOnlyDictionary<string, double> values) =>
        string.Join(", ", used.Distinct().Select(name => $"{name} = {values[name].ToString("R", CultureInfo.InvariantCulture)}"));
}
