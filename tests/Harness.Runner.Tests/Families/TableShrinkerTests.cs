using Harness.Runner.Families;

namespace Harness.Runner.Tests.Families;

public sealed class TableShrinkerTests
{
    private static readonly HmmTable s_three = HmmTable.Of(["0", "1"], ["S0", "S1", "S2"],
    [
        new(0, 0, 1, 0.7), new(0, 1, 2, 0.3), new(1, 0, 2, 1), new(2, 1, 0, 0.123), new(2, 0, 0, 0.877),
    ]);

    [Fact]
    public void Smaller_OfThreeStates_BeginsWithTwo() => Assert.Equal(2, TableShrinker.Smaller(s_three).First().States.Count);

    [Theory]
    [InlineData("states")]
    [InlineData("symbols")]
    [InlineData("edges")]
    [InlineData("probabilities")]
    public void Smaller_OfATable_SimplifiesEveryPart(string part) => Assert.Contains(TableShrinker.Smaller(s_three), smaller => part switch
    {
        "states" => smaller.States.Count == 2,
        "symbols" => smaller.Symbols.Count == 1 && smaller.States.Count == 3,
        "edges" => smaller.Edges.Count == 4 && smaller.States.Count == 3 && smaller.Symbols.Count == 2,
        _ => smaller.Edges.Count == 5 && smaller.Symbols.Count == 2 && smaller.States.Count == 3,
    });

    [Fact]
    public void Smaller_OfTheSimplestTable_IsNothing() => Assert.Empty(TableShrinker.Smaller(HmmTable.Of(["0"], ["S0"], [new(0, 0, 0, 1)])));

    // Dropping either edge of S1 alone would lose a symbol or the way back.
    [Fact]
    public void Smaller_WhereNoEdgeCanGoAlone_MovesItsSymbolToAnother()
    {
        HmmTable stuck = HmmTable.Of(["0", "1"], ["S0", "S1"], [new(0, 1, 0, 0.5), new(0, 1, 1, 0.5), new(1, 0, 1, 0.5), new(1, 1, 0, 0.5)]);

        Assert.Contains(TableShrinker.Smaller(stuck), smaller => smaller.Edges.SequenceEqual([new(0, 1, 0, 0.5), new(0, 1, 1, 0.5), new(1, 0, 0, 1)]));
    }

    [Fact]
    public void Smaller_OfAnUnevenRow_RoundsToTheNearestFractions()
    {
        HmmTable uneven = HmmTable.Of(["0", "1", "2"], ["S0"], [new(0, 0, 0, 0.19), new(0, 1, 0, 0.31), new(0, 2, 0, 0.5)]);

        Assert.Contains(TableShrinker.Smaller(uneven), smaller => smaller.Edges.Select(edge => edge.Weight).SequenceEqual([0.2, 0.3, 0.5]));
        Assert.Contains(TableShrinker.Smaller(uneven), smaller => smaller.Edges.Select(edge => edge.Weight).SequenceEqual([0.25, 0.25, 0.5]));
    }

    [Theory]
    [InlineData(4, new[] { 0.1, 0.2, 0.7 }, new[] { 1, 1, 2 })]
    [InlineData(10, new[] { 0.1, 0.2, 0.7 }, new[] { 1, 2, 7 })]
    [InlineData(3, new[] { 1e-9, 1e-9, 1 - 2e-9 }, new[] { 1, 1, 1 })]
    [InlineData(2, new[] { 0.99, 0.01 }, new[] { 1, 1 })]
    public void Apportionment_OfALaw_LeavesNobodyWithout(int total, double[] law, int[] expected) => Assert.Equal(expected, Apportionment.Of(law, total));

    [Theory]
    [InlineData(0.5, 2, "0.5")]
    [InlineData(1.0 / 3, 3, "1/3")]
    [InlineData(6.0 / 7, 7, "6/7")]
    [InlineData(1, 1, "1")]
    [InlineData(0.123456, 200, "0.123456")]
    public void WrittenNumber_OfANumber_IsTheSameToTheLastBit(double value, int denominator, string text)
    {
        Assert.Equal(denominator, WrittenNumber.Denominator(value));
        Assert.Equal(text, WrittenNumber.Of(value).ToString());
        Assert.Equal(value, WrittenNumber.Of(value).Constant(Specs.Scope.Root("a test", null, [])));
    }
}
