using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("1 - 2 - 3", -4)]
    [InlineData("2*3 + 4", 10)]
    [InlineData("2 + 3*4", 14)]
    [InlineData("12/3/2", 2)]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2^3^2", 512)]
    [InlineData("2^-3^2", 1 / 512d)]
    [InlineData("2^--1", 2)]
    [InlineData("3*-2", -6)]
    [InlineData("--2", 2)]
    [InlineData("1e-3", 0.001)]
    [InlineData("2.5E+2", 250)]
    [InlineData(" ( 1 + 2 ) * 3 ", 9)]
    [InlineData("1/3", 1 / 3d)]
    [InlineData("sqrt(51)", 7.14142842854285)]
    [InlineData("log(6)/log(2) - 1/3", 2.251629167387823)]
    [InlineData("exp(0) + sin(0) + cos(0)", 2)]
    [InlineData("sin (1)^2 + cos(1)^2", 1)]
    public void Parse_AnExpression_HasTheUsualMeaning(string text, double value) =>
        Assert.Equal(value, Value(text), 1e-14);

    [Theory]
    [InlineData("a*y + b1", "a * y + b1")]
    [InlineData("(1-a)/2", "(1 - a) / 2")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("(a-b)-c", "a - b - c")]
    [InlineData("-(a+b)^2", "-(a + b)^2")]
    [InlineData("(-a)^2", "(-a)^2")]
    [InlineData("(a^b)^c", "(a^b)^c")]
    [InlineData("a^(b^c)", "a^b^c")]
    [InlineData("2^(-a)", "2^-a")]
    [InlineData("sin((a))", "sin(a)")]
    public void Parse_ThenWritten_KeepsOnlyTheParenthesesThatMatter(string text, string written)
    {
        Assert.Equal(written, Parse(text).ToString());
        Assert.Equal(Parse(text), Parse(written));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("1 +", "it ends too early")]
    [InlineData("(1", "it ends too early")]
    [InlineData("1 + * 2", "unexpected '*' at character 5")]
    [InlineData("1)", "unexpected ')' at character 2")]
    [InlineData("2 x", "unexpected 'x' at character 3")]
    [InlineData("tan(x)", "unexpected '(' at character 4")]
    [InlineData("sin", "it ends too early")]
    [InlineData(".5", "unexpected '.' at character 1")]
    [InlineData("2e", "unexpected 'e' at character 2")]
    [InlineData("a_b", "unexpected '_' at character 2")]
    [InlineData("x; y", "unexpected ';' at character 2")]
    [InlineData("ä", "unexpected 'ä' at character 1")]
    public void Parse_WhatIsNoExpression_SaysWhereAndWhatIsAllowed(string text, string detail)
    {
        Assert.Null(ExpressionParser.Parse(text, out Finding? problem));
        Assert.Equal(
            new Finding("SPEC016", $"'{text}' is not an expression that can be read: {detail}.",
                "Use numbers, + - * / ^, parentheses, sin cos exp log sqrt floor mod random, and names from 'parameters' and 'let'."), problem);
    }

    [Fact]
    public void Parse_MoreThanAThousandCharacters_IsRefused()
    {
        Assert.Null(ExpressionParser.Parse("1" + new string('0', 1000), out Finding? problem));
        Assert.Equal($"'1{new string('0', 39)}…' is not an expression that can be read: it has 1001 characters, at most 1000 are read.", problem!.What);
    }

    [Fact]
    public void Parse_NestedTooDeep_IsRefused()
    {
        Assert.Equal(1, Value(new string('(', 32) + "1" + new string(')', 32)));
        Assert.Null(ExpressionParser.Parse(new string('(', 33) + "1" + new string(')', 33), out Finding? problem));
        Assert.EndsWith("its parentheses nest deeper than 32.", problem!.What);
    }

    [Theory]
    [InlineData("1", "+1")]
    [InlineData("1", "^1")]
    [InlineData("1", "*1")]
    [InlineData("-", "-")]
    public void Parse_TheLongestChain_DoesNotExhaustTheStack(string start, string link)
    {
        string text = start + string.Concat(Enumerable.Repeat(link, (999 - start.Length) / link.Length)) + (start == "-" ? "1" : "");

        Assert.True(double.IsFinite(Value(text)));
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("p1", true)]
    [InlineData("alpha", true)]
    [InlineData("", false)]
    [InlineData("1p", false)]
    [InlineData("p_1", false)]
    [InlineData("sin", false)]
    [InlineData("é", false)]
    public void IsName_ALetterThenLettersAndDigits_ButNoFunction(string name, bool expected) => Assert.Equal(expected, ExpressionParser.IsName(name));

    private static Expression Parse(string text) => ExpressionParser.Parse(text, out _) ?? throw new ArgumentException(text);

    private static double Value(string text) => new Evaluation(text, new Dictionary<string, double>()).Value(Parse(text));
}
