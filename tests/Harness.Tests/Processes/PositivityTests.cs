using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class PositivityTests
{
    [Fact]
    public void Of_ASoundProcess_IsNotRefuted()
    {
        var positivity = Positivity.Of(FamilySource.Instantiate(Generalised.Valid).Process!);

        Assert.Null(positivity.Word);
        Assert.Equal("not refuted to length 8", positivity.Statement);
    }

    [Fact]
    public void Instantiate_ANegativeWord_IsNamedWithItsProbability() =>
        Assert.Equal("""
            a.json:5:18  SPEC066  $.transitions
              The word '0 1' has the probability -0.07, as '1' follows with probability -0.14: negative, so this is not a process, with s = 0.8, r = 1.
              Change the entries or the parameters so that no word has a negative probability.
            """, FamilySource.Instantiate(Generalised.Valid, """{ "s": 0.8, "r": 1 }""").Problems);

    /// <summary>The readout sees more of the rotation the further it has turned: the first negative word is a long one.</summary>
    [Fact]
    public void Of_AWordThatIsNegativeLate_IsFoundAtItsLength()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(Generalised.Valid, """{ "s": 0.6, "r": 1.2 }""");

        Assert.Null(process);
        Assert.Matches("The word '0( [01])+' has the probability -", problems);
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(5, 7)]
    [InlineData(8, 6)]
    [InlineData(30, 3)]
    [InlineData(250, 2)]
    public void Of_ManySymbols_TriesShorterWords(int symbols, int length)
    {
        string labels = string.Join(", ", Enumerable.Range(0, symbols).Select(i => $"\"{i}\""));
        string matrices = string.Join(", ", Enumerable.Range(0, symbols).Select(i => $"\"{i}\": [[\"1/{symbols}\"]]"));
        string json = $$"""{ "id": "fair", "title": "Fair", "source": "here", "kind": "ghmm", "symbols": [{{labels}}], "states": ["a"], "transitions": { {{matrices}} } }""";

        Assert.Equal($"not refuted to length {length}", Positivity.Of(FamilySource.Instantiate(json).Process!).Statement);
    }

    [Fact]
    public void Of_AnotherStart_MayRefute()
    {
        HiddenMarkovModel process = FamilySource.Instantiate(Generalised.Valid).Process!;

        Assert.Equal([1], Positivity.Of(process.StartingFrom([1 / 3d, 3, 0])).Word!);
        Assert.Equal("refuted at length 1", Positivity.Of(process.StartingFrom([1 / 3d, 3, 0])).Statement);
    }
}
