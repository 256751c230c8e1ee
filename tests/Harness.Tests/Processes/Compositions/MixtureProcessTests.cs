using Harness.Beliefs;
using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class MixtureProcessTests
{
    [Fact]
    public void WonkaDursley_IsABlockDiagonalModelOfEightStates()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("\"wonka-dursley\""));

        Assert.Equal(["Mr.", "Something", "Blah", "Dursley", "Wonka"], process.Symbols);
        Assert.Equal("1:Name", process.States[3]);
        Assert.Equal(0.4, process.Parameters["p"]);
        // Until the first name both are equally probable; after it the text is known.
        Composed.Near([0.5, 0, 0, 0, 0.5, 0, 0, 0], Composed.Belief(process, 0));
        Composed.Near([0, 0, 0, 0, 0, 0, 0, 1], Composed.Belief(process, 0, 4));
        Composed.Near([1.445186, .951401, .951401, .922520, .900859, .884613, .872429, .863291, .856437, .851297], MyopicEntropy.Nats(BeliefTree.Grow(process, 9)), 1e-6);
    }

    [Fact]
    public void Beliefs_OfFiltersAndOfTheBlockDiagonalModel_AreTheSame()
    {
        MixtureComponent[] components = [new(KnownComponent("mess3"), 0.25, [2, 0, 1]), new(KnownComponent("bloch-walk"), 0.75, [0, 1, 2, 3])];
        ProcessName name = new("both", ["a", "b", "c", "d"]);
        MixtureProcess filters = new(name, components);
        HiddenMarkovModel blocks = Assert.IsType<HiddenMarkovModel>(MixtureProcess.Of(name, components));

        Composed.Near(blocks.Start, filters.Start);
        Composed.Near(blocks.Stationary, filters.Stationary);
        Composed.Near(Composed.Belief(blocks, 2, 0, 1), Composed.Belief(filters, 2, 0, 1));
        Composed.Near(Composed.Belief(blocks, 2, 3, 1), Composed.Belief(filters, 2, 3, 1));
        Assert.Equal(0, Composed.Belief(filters, 3)[0]);
        Assert.Equal(6, blocks.Readout.ToArray().Sum(), 1e-12);
    }

    [Fact]
    public void Components_ThatAreFactored_KeepTheirFactorsAtTheScaleOfTheirProbability()
    {
        LinearProcess process = Composed.Of("""
            { "kind": "mixture", "components": [
              { "process": { "kind": "product", "factors": ["mess3", "mess3"] }, "weight": "1/3" },
              { "process": { "kind": "product", "factors": ["coin", "mess3"] }, "weight": "2/3" } ] }
            """);
        double[] belief = Composed.Belief(process, process.Symbols.ToList().IndexOf("0:1"));
        // P(first | word): 1/3·1/9 against 2/3·1/6.
        double first = (1 / 27.0) / ((1 / 27.0) + (1 / 9.0));

        Assert.IsType<MixtureProcess>(process);
        Assert.Equal(6 + 4, process.StateCount);
        Assert.Equal(9 + 3, process.JointCount);
        Composed.Near([.. Composed.Belief(KnownComponent("mess3"), 0).Select(p => p * first)], belief[..3]);
        Composed.Near([.. Composed.Belief(KnownComponent("mess3"), 1).Select(p => p * first)], belief[3..6]);
        Composed.Near([.. Composed.Belief(KnownComponent("mess3"), 1).Select(p => p * (1 - first))], belief[7..]);
    }

    private static HiddenMarkovModel KnownComponent(string id) => Assert.IsType<HiddenMarkovModel>(Composed.Of($"\"{id}\""));
}
