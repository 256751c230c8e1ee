using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class TransitionTableTests
{
    [Fact]
    public void Edges_RepeatedAndNormalised_FillTheMatrices()
    {
        (HiddenMarkovModel? ring, string problems) = FamilySource.Instantiate(Ring.Valid);

        Assert.Equal("", problems);
        Assert.Equal(["stop", "1", "2"], ring!.Symbols);
        Assert.Equal(["A", "B1", "B2"], ring.States);
        Assert.Equal([0.6, 0, 0, 0, 0, 0, 0, 0, 0], ring.TransitionMatrix(0).ToArray());
        Assert.Equal([0, 0.2, 0, 0, 0, 1 / 3d, 0, 0, 0], ring.TransitionMatrix(1).ToArray());
        Assert.Equal([0, 0.2, 0, 0, 0, 2 / 3d, 1, 0, 0], ring.TransitionMatrix(2).ToArray());
    }

    [Fact]
    public void Edges_OverAnEmptyRange_AreNone()
    {
        (HiddenMarkovModel? ring, string problems) = FamilySource.Instantiate(Ring.Valid, """{ "n": 2, "m": 1 }""");

        Assert.Equal("", problems);
        Assert.Equal(["A", "B1"], ring!.States);
        Assert.Equal([0, 1 / 3d, 1, 0], ring.TransitionMatrix(1).ToArray());
    }

    [Fact]
    public void Edges_BetweenTheSameStatesWithTheSameSymbol_AddUp() =>
        Assert.Equal(0.75, FamilySource.Instantiate(Ring.With("\"weight\": \"n\" }", "\"weight\": \"n\" }, { \"from\": \"A\", \"emit\": \"stop\", \"to\": \"A\", \"weight\": 3 }"))
            .Process!.TransitionMatrix(0)[0]);

    [Theory]
    [InlineData("\"to\": \"B{i+1}\"", "\"to\": \"B{i+2}\"", """
        a.json:9:44  SPEC062  $.transitions[2].to
          'B3' is not one of the states, with i = 1, z = 1.
          Did you mean 'B1'?
        """)]
    [InlineData("\"emit\": \"{m}\"", "\"emit\": \"end\"", """
        a.json:10:33  SPEC062  $.transitions[3].emit
          'end' is not one of the symbols.
          The symbols: stop, 1, 2.
        """)]
    [InlineData("\"weight\": \"z\"", "\"weight\": \"-z\"", """
        a.json:9:64  SPEC020  $.transitions[2].weight
          P(emit '1', go to 'B2' | at 'B1') is -1, which is negative, with n = 3, m = 2.
          A hidden Markov model has probabilities ≥ 0.
        """)]
    [InlineData("\"weight\": \"z\"", "\"weight\": \"z/(2-z)\"", """
        a.json:9:64  SPEC017  $.transitions[2].weight
          'z/(2-z)' divides by zero: 2 - z is 0 with z = 2.
          Change the expression, or restrict the parameter's range so that this cannot happen.
        """)]
    [InlineData("\"to\": \"A\", \"weight\": 1 }", "\"to\": \"A\", \"weight\": 0 }", """
        a.json:3:19  SPEC063  $.states[1]
          The weights of leaving state 'B2' sum to 0 over all symbols, so they cannot be scaled to 1, with n = 3, m = 2.
          Give the state a transition of positive weight.
        """)]
    [InlineData("\"to\": \"B{i+1}\"", "\"to\": \"B{i/2}\"", """
        a.json:9:44  SPEC060  $.transitions[2].to
          'i/2' is 0.5, which is not an integer, with i = 1.
          Use a whole number here.
        """)]
    public void Edges_WithAMistake_AreReportedOnceAtTheirPlace(string piece, string replacement, string message) =>
        Assert.Equal(message, FamilySource.Instantiate(Ring.With(piece, replacement)).Problems);
}
