using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("floor(2.5) + floor(-2.5)", -1)]
    [InlineData("mod(7, 3)", 1)]
    [InlineData("mod(-1, 3)", 2)]
    [InlineData("mod(3, 3)", 0)]
    [InlineData("mod(5.5, 2)", 1.5)]
    public void Value_OfACall_IsTheFunctions(string text, double value) => Assert.Equal(value, Value(text, out _), 1e-15);

    [Theory]
    [InlineData("random(0)", 0.9027047673088119)]
    [InlineData("random(7, 1, 2, 3)", 0.6419221211094953)]
    [InlineData("random(-1, 0)", 0.26442932570219824)]
    public void Random_OfTheSameArguments_IsTheSameForEver(string text, double value) => Assert.Equal(value, Value(text, out _), 1e-15);

    [Fact]
    public void Random_OverItsArguments_IsUniformAndUncorrelated()
    {
        double[] draws = [.. from seed in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 50) from j in Enumerable.Range(0, 50) select Value($"random({seed}, {i}, {j})", out _)];

        Assert.All(draws, draw => Assert.InRange(draw, double.Epsilon, 1 - 1e-16));
        Assert.Equal(0.5, draws.Average(), 0.01);
        Assert.Equal(1 / 12d, draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.002);
        Assert.Equal(0, draws.Zip(draws.Skip(1)).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)), 0.002);
        Assert.Equal(0, draws.Zip(draws.Skip(50)).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)), 0.002);
        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Theory]
    [InlineData("log()", "log takes 1 argument, not 0")]
    [InlineData("1 + sin(1, 2)", "sin takes 1 argument, not 2")]
    [InlineData("mod(exp(1))", "mod takes 2 arguments, not 1")]
    [InlineData("random()", "random takes 1 to 8 arguments, not 0")]
    [InlineData("2^floor(mod(1, 2), 3)", "floor takes 1 argument, not 2")]
    public void Calls_WithTheWrongNumberOfArguments_AreRefused(string text, string detail)
    {
        Assert.Null(ExpressionParser.Parse(text, out Finding? problem));
        Assert.Equal($"'{text}' is not an expression that can be read: {detail}.", problem!.What);
    }

    [Theory]
    [InlineData("random(x)", "'x' in 'random(x)' is 0.25, which is not an integer, with x = 0.25.")]
    [InlineData("random(1, 2*x + 1)", "'2 * x + 1' in 'random(1, 2*x + 1)' is 1.5, which is not an integer, with x = 0.25.")]
    [InlineData("random(3e9)", "'3000000000' in 'random(3e9)' is 3000000000, which is not an integer of 32 bits.")]
    public void Random_OfWhatIsNoInteger_IsReported(string text, string what)
    {
        Assert.True(double.IsNaN(Value(text, out List<Finding> findings)));
        Assert.Equal(what, Assert.Single(findings).What);
    }

    [Fact]
    public void Messages_AboutExpressions_NameAllFunctions() => Assert.All(Function.All.Keys, name =>
    {
        Assert.Contains($" {name}", Problems.BadName("x").Remedy, StringComparison.Ordinal);
        Assert.Contains($" {name}", Problems.BadExpression("x", "y").Remedy, StringComparison.Ordinal);
    });

    private static double Value(string text, out List<Finding> findings)
    {
        Evaluation evaluation = new(text, new Dictionary<string, double> { ["x"] = 0.25 });
        findings = evaluation.Findings;
        return evaluation.Value(ExpressionParser.Parse(text, out _)!);
    }
}
