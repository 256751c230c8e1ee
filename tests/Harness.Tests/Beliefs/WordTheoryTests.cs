using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class WordTheoryTests
{
    [Theory]
    [InlineData("", 1, new[] { 1 / 3.0, 1 / 3.0, 1 / 3.0 })]
    [InlineData("0", 0.5, new[] { 1 / 3.0, 2 / 3.0, 0 })]
    [InlineData("1 0", 1 / 3.0, new[] { 1 / 2.0, 1 / 2.0, 0 })]
    [InlineData("1 0 1", 1 / 6.0, new[] { 0.0, 0, 1 })]
    public void Of_PossibleWord_HasItsBelief(string word, double probability, double[] belief)
    {
        var theory = WordTheory.Of(KnownProcesses.ZeroOneRandom, word.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Digits.Agree([probability, .. belief], [theory.Probability, .. theory.Belief], 1e-15);
        Assert.Equal(1, theory.NextToken.Sum(), 1e-15);
    }

    [Fact]
    public void Of_ImpossibleWord_IsAnErrorNotAVector() =>
        Assert.Equal("SPEC034", Assert.Throws<WordException>(() => WordTheory.Of(KnownProcesses.GoldenMean(), ["0", "1", "1"])).Finding.Code);

    [Fact]
    public void Of_UnknownSymbol_IsNamed() =>
        Assert.Contains("'x'", Assert.Throws<WordException>(() => WordTheory.Of(KnownProcesses.GoldenMean(), ["0", "x"])).Message, StringComparison.Ordinal);
}
