using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class EvaluationTests
{
    private static readonly Dictionary<string, double> Names = new() { ["x"] = 0.25, ["alpha"] = 0.25, ["failed"] = double.NaN, ["z"] = 0 };

    [Theory]
    [InlineData("1/z", "'1/z' divides by zero: z = 0.")]
    [InlineData("2/(x - alpha)", "'2/(x - alpha)' divides by zero: x - alpha is 0 with x = 0.25, alpha = 0.25.")]
    [InlineData("1/(2-2)", "'1/(2-2)' divides by zero.")]
    [InlineData("z^-1", "'z^-1' divides by zero: z = 0.")]
    [InlineData("z/z", "'z/z' divides by zero: z = 0.")]
    public void Value_DivisionByZero_ShowsWhatIsZero(string text, string what) =>
        Assert.Equal(
            new Finding("SPEC017", what, "Change the expression, or restrict the parameter's range so that this cannot happen."), Assert.Single(Findings(text)));

    [Theory]
    [InlineData("log(z)", "-Infinity")]
    [InlineData("log(-x)", "NaN")]
    [InlineData("sqrt(-1)", "NaN")]
    [InlineData("(-x)^(1/2)", "NaN")]
    [InlineData("exp(1000)", "Infinity")]
    [InlineData("1e400", "Infinity")]
    public void Value_NotFinite_IsReported(string text, string value) =>
        Assert.Equal(
            new Finding("SPEC018", $"'{text}' gives {value}, which is not a finite number.", "Change the expression or the parameters."), Assert.Single(Findings(text)));

    [Fact]
    public void Value_UnknownNames_AreAllReportedOnceWithTheNearest() =>
        Assert.Equal(
            [
                new Finding("SPEC042", "'alpa' in 'alpa + alpa*beta' is not defined.", "Did you mean 'alpha'?"),
                new Finding("SPEC042", "'beta' in 'alpa + alpa*beta' is not defined.", "Names defined in 'parameters' and 'let': x, alpha, failed, z."),
            ], Findings("alpa + alpa*beta"));

    [Theory]
    [InlineData("failed + 1")]
    [InlineData("failed^0")]
    [InlineData("1/failed")]
    public void Value_OfANameThatHasNone_IsNoneWithoutAnotherFinding(string text) => Assert.Empty(Findings(text));

    private static List<Finding> Findings(string text)
    {
        Evaluation evaluation = new(text, Names);
        Assert.True(double.IsNaN(evaluation.Value(ExpressionParser.Parse(text, out _)!)));
        return evaluation.Findings;
    }
}
