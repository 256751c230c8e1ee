using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class TimeReversalTests
{
    [Fact]
    public void Reversal_OfAModel_IsBayesRule()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("""{ "kind": "reverse", "of": "even" }"""));

        // π = (2/3, 1/3), T⁽¹⁾ = [0 ½; 1 0]: backwards A was left for B half of the time, and B always comes from A.
        Composed.Near([0.5, 0, 0, 0], process.TransitionMatrix(0).ToArray());
        Composed.Near([0, 0.5, 1, 0], process.TransitionMatrix(1).ToArray());
        Assert.Equal(("reverse(even)", ProcessKind.Hmm), (process.Id, process.Kind));
    }

    [Theory]
    [InlineData("rrxor", 0, 1, 1, 0, 0)]
    [InlineData("frdn", 0, 1, 1, 0, 1)]
    [InlineData("moon", 1, 0, 1, 2, 1)]
    [InlineData("bloch-walk", 0, 2, 3, 3, 1)]
    [InlineData("wonka-dursley", 0, 4, 1, 2, 1)]
    [InlineData("mess3-bloch-product", 17, 300, 4)]
    public void Reversal_OfAnyProcess_ReversesWords(string id, params int[] word)
    {
        LinearProcess forward = Composed.Of($"\"{id}\""), backward = Composed.Of($$"""{ "kind": "reverse", "of": "{{id}}" }""");

        Assert.Equal(Composed.Probability(forward, word), Composed.Probability(backward, [.. word.Reverse()]), 1e-13);
        Assert.Equal(backward.JointCount, backward.JointReadout().Sum(), 1e-9);
    }

    /// <summary>A stationary vector that sums to 0 cannot be the readout: it is turned by signs.</summary>
    [Fact]
    public void Reversal_OfAGeneralisedModelWhoseStationarySumsToZero_StillHasItsGauge()
    {
        // A biased coin in coordinates of which the second is never read.
        HiddenMarkovModel process = new("turned", new Dictionary<string, double>(), ["0", "1"], ["a", "b"],
            [[0.3, -0.1, 0, 0.2], [0.7, -0.1, 0, 0.6]], [0.5, -0.5], [0.5, -0.5], [2, 0]);

        LinearProcess backward = TimeReversal.Of(process);

        Assert.Equal(2, backward.JointReadout().Sum(), 1e-12);
        Assert.Equal(0.3 * 0.7 * 0.3, Composed.Probability(backward, 0, 1, 0), 1e-12);
    }

    [Fact]
    public void Reversal_OfStatesThatAreLeftForEver_LeavesThemOut()
    {
        HiddenMarkovModel process = new("falls", new Dictionary<string, double>(), ["0", "1"], ["high", "low"], [[0.5, 0, 0, 0.5], [0, 0.5, 0, 0.5]], [0, 1], [0, 1]);

        Assert.Equal(["low"], TimeReversal.Of(process).States);
        Assert.Equal(0.25, Composed.Probability(TimeReversal.Of(process), 0, 1));
    }

    [Fact]
    public void Reversal_FromAnotherStart_IsRefused()
    {
        (LinearProcess? process, string problems) = Composed.Try("""{ "kind": "reverse", "of": { "kind": "bos", "of": "coin" } }""");

        Assert.Null(process);
        Assert.Contains("'bos(coin)' does not start from its stationary law", problems);
    }
}
