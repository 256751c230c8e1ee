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
                return ExpressionParser.Functions[call.Function](Of(call.Argument));
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

    private double ByZero(Expression zero)
    {
        string values = string.Join(", ", zero.Names.Distinct().Select(name => $"{name} = {names[name].ToString("R", CultureInfo.InvariantCulture)}"));
        Findings.Add(Problems.DivisionByZero(text, values.Length == 0 ? "" : zero is Expression.Name ? $": {values}" : $": {zero} is 0 with {values}"));
        return double.NaN;
    }
}
