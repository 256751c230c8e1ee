using Xunit;

namespace Harness.Tests.Processes;

public sealed class KnownCheckTests
{
    [Theory]
    [InlineData("\"words\": [{ \"word\": \"0\", \"probability\": \"2/3\", \"belief\": [1, 0], \"nextToken\": [0.75, 0.25] }]")]
    [InlineData("\"words\": [{ \"word\": \"\", \"belief\": [\"2/3\", \"1/3\"] }, { \"word\": \"1 0\" }]")]
    [InlineData("\"readout\": [1, 1]")]
    public void Check_FactsThatHold_ReportsNothing(string facts) => Assert.Equal("", FamilySource.Check(Known(facts)));

    [Theory]
    [InlineData("\"words\": [{ \"word\": \"0\", \"probability\": 0.66666 }]", "8:56  SPEC031  $.known[0].words[0].probability",
        "The file states the probability of the word '0' = 0.66666, but the process has 0.6666666666666666 (tolerance 1e-8).")]
    [InlineData("\"words\": [{ \"word\": \"0\", \"belief\": [0.9, 0.1] }]", "8:52  SPEC031  $.known[0].words[0].belief[0]",
        "The file states the belief of the word '0' in 'A' = 0.9, but the process has 1 (tolerance 1e-8).")]
    [InlineData("\"words\": [{ \"word\": \"0\", \"nextToken\": [0.9, 0.25] }]", "8:55  SPEC031  $.known[0].words[0].nextToken[0]",
        "The file states the probability of '0' after '0' = 0.9, but the process has 0.75 (tolerance 1e-8).")]
    [InlineData("\"words\": [{ \"word\": \"0\", \"nextToken\": [1] }]", "8:54  SPEC023  $.known[0].words[0].nextToken", "Expected 2 numbers, one for each symbol, found 1.")]
    [InlineData("\"words\": [{ \"word\": \"0 2\" }]", "8:36  SPEC025  $.known[0].words[0].word", "'2' is not one of the symbols.")]
    [InlineData("\"readout\": [1, 2]", "8:31  SPEC031  $.known[0].readout[1]", "The file states φ at 'B' = 2, but the process has 1 (tolerance 1e-8).")]
    public void Check_FactsThatDoNotHold_ReportsThemAtTheirPlace(string facts, string place, string what) =>
        Assert.StartsWith($"a.json:{place}\n  {what}\n", FamilySource.Check(Known(facts)), StringComparison.Ordinal);

    [Fact]
    public void Check_ABeliefAfterAnImpossibleWord_IsReported() =>
        Assert.StartsWith("""
            a.json:3:35  SPEC034  $.known[0].words[0].word
              The word '1 1' has probability 0 in 'golden'.
            """, FamilySource.Check("""
            { "id": "golden", "title": "Golden mean", "source": "here", "kind": "hmm", "symbols": ["0", "1"], "states": ["A", "B"],
              "transitions": { "0": [[0.5, 0], [1, 0]], "1": [[0, 0.5], [0, 0]] },
              "known": [{ "words": [{ "word": "1 1", "belief": [1, 0] }], "source": "here" }] }
            """), StringComparison.Ordinal);

    private static string Known(string facts) => FamilySource.With("\"with\": { \"p\": \"1/2\" }, \"stationary\": [\"1/2\", \"1/2\"]", facts);
}
