using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class BosProcessTests
{
    [Fact]
    public void Bos_OnAModel_HasOneMoreStateAndTokenBehindTheOthers()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("""{ "kind": "bos", "of": "golden-mean" }"""));

        Assert.Equal(["0", "1", "BOS"], process.Symbols);
        Assert.Equal(["A", "B", "begin"], process.States);
        Composed.Near([0, 0, 1], process.Start);
        Composed.Near([2 / 3d, 1 / 3d, 0], process.Stationary);
        Composed.Near([0, 0, 0, 0, 0, 0, 2 / 3d, 1 / 3d, 0], process.TransitionMatrix(2).ToArray());
        Composed.Near([2 / 3d, 1 / 3d, 0], Composed.Belief(process, 2));
    }

    [Fact]
    public void Bos_OnAProduct_KeepsTheFactors()
    {
        LinearProcess process = Composed.Of("""{ "kind": "bos", "of": "mess3-bloch-product", "symbol": "<s>" }""");
        double[] law = new double[433];
        process.NextToken([.. process.Start], law);

        Assert.Equal((433, 16, 244L), (process.SymbolCount, process.StateCount, process.JointCount));
        Assert.Equal(1, law[432]);
        Assert.Equal(1 / 432d, Composed.Probability(process, 432, 17), 1e-15);
        Assert.Equal(0, Composed.Probability(process, 17));
        Assert.Equal(0, Composed.Probability(process, 432, 432));
        Composed.Near(Composed.Belief(Composed.Of("\"mess3-bloch-product\""), 5, 9), Composed.Belief(process, 432, 5, 9)[..15]);
    }

    [Fact]
    public void Bos_WithinAProduct_BeginsEveryFactor() =>
        Assert.Equal(Composed.Probability(Composed.Of("\"mess3\""), 1, 2) * 0.25, Composed.Probability(Composed.Of("""{ "kind": "product", "factors": [{ "kind": "bos", "of": "mess3" }, { "kind": "bos", "of": "coin" }] }"""), 11, 3, 7), 1e-15);
}
