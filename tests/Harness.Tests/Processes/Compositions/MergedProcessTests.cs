using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class MergedProcessTests
{
    [Fact]
    public void Relabel_OneToOne_KeepsTheProcessAndTheOrderOfTokens()
    {
        LinearProcess process = Composed.Of("""{ "kind": "relabel", "of": "golden-mean", "symbols": { "0": "tail" } }""");

        Assert.Equal(["tail", "1"], process.Symbols);
        Assert.Equal(Assert.IsType<HiddenMarkovModel>(Composed.Of("\"golden-mean\"")).TransitionMatrix(0).ToArray(), Assert.IsType<HiddenMarkovModel>(process).TransitionMatrix(0).ToArray());
    }

    [Fact]
    public void Relabel_TwoSymbolsAsOne_AddsTheirMatrices()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("""{ "kind": "relabel", "of": "mess3", "symbols": { "1": "other", "2": "other" } }"""));
        HiddenMarkovModel mess3 = Assert.IsType<HiddenMarkovModel>(Composed.Of("\"mess3\""));

        Assert.Equal(["0", "other"], process.Symbols);
        Composed.Near([.. mess3.TransitionMatrix(1).ToArray().Zip(mess3.TransitionMatrix(2).ToArray(), (x, y) => x + y)], process.TransitionMatrix(1).ToArray());
    }

    /// <summary>A factor whose tokens all look alike is hidden: nothing of it shows in the other one.</summary>
    [Fact]
    public void Relabel_OfAProduct_HidesAFactor()
    {
        LinearProcess process = Composed.Of("""
            { "kind": "relabel", "of": { "kind": "product", "factors": ["mess3", "golden-mean"] },
              "symbols": { "0:0": "0", "0:1": "0", "1:0": "1", "1:1": "1", "2:0": "2", "2:1": "2" } }
            """);
        LinearProcess mess3 = Composed.Of("\"mess3\"");

        Assert.IsType<MergedProcess>(process);
        Assert.Equal(["0", "1", "2"], process.Symbols);
        Assert.Equal(Composed.Probability(mess3, 0, 2, 1, 1), Composed.Probability(process, 0, 2, 1, 1), 1e-15);
        // The belief about the hidden factor stays what it was: ⊗ with the stationary law (2/3, 1/3).
        Composed.Near([.. Composed.Belief(mess3, 0, 2).SelectMany(p => new[] { p * 2 / 3, p / 3 })], Composed.Belief(process, 0, 2));
    }
}
