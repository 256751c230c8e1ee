using Harness.Specs;

namespace Harness.Processes;

/// <summary>A scalar that has been read once, to be computed for many values of its names.</summary>
internal sealed class Formula
{
    private readonly Scalar _scalar;
    private readonly Expression? _expression;

    private Formula(Scalar scalar, Expression? expression)
    {
        _scalar = scalar;
        _expression = expression;
    }

    /// <returns>Null when the expression cannot be read, which is reported.</returns>
    public static Formula? Read(Scalar scalar, Scope at)
    {
        if (scalar.Expression is null)
        {
            return new Formula(scalar, null);
        }
        Expression? expression = ExpressionParser.Parse(scalar.Expression, out Finding? unreadable);
        if (expression is not null)
        {
            return new Formula(scalar, expression);
        }
        at.Report(unreadable!);
        return null;
    }

    /// <summary>Its value, all problems reported; NaN when it has none.</summary>
    /// <param name="names">Values of the names it may use; NaN for a name whose own problem has been reported.</param>
    public double Evaluate(IReadOnlyDictionary<string, double> names, Scope at)
    {
        if (_expression is null)
        {
            return _scalar.Number;
        }
        Evaluation evaluation = new(_scalar.Expression!, names);
        double value = evaluation.Value(_expression);
        evaluation.Findings.ForEach(at.Report);
        return value;
    }

    /// <summary>Its value where an integer is asked for; null when it has none, which is reported.</summary>
    public int? Integer(IReadOnlyDictionary<string, double> names, Scope at)
    {
        double value = Evaluate(names, at);
        if (double.IsNaN(value))
        {
            return null;
        }
        if (IsInteger(value))
        {
            return (int)value;
        }
        at.Report(Problems.NotInteger($"'{_scalar}'", value, Evaluation.With(_expression?.Names ?? [], names)));
        return null;
    }

    /// <summary>True for integers of 32 bits: more is asked for nowhere.</summary>
    public static bool IsInteger(double value) => value >= int.MinValue && value <= int.MaxValue && Math.Floor(value) >= value;
}
