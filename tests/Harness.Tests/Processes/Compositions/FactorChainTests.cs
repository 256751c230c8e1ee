using Harness.Beliefs;
using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class FactorChainTests
{
    /// <summary>Variants that settle differently tie the factors together: what the first one does shows in the second one's state.</summary>
    [Fact]
    public void Chain_OfVariantsThatSettleDifferently_StartsFromItsOwnStationaryLaw()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("""
            { "kind": "chain", "factors": [ "golden-mean", { "variants": [ { "process": "even", "with": { "p": 0.2 } }, { "process": "even", "with": { "p": 0.8 } } ] } ] }
            """));
        double[] moved = new double[4];
        process.Apply(null, [.. process.Stationary], moved, 1, 1);

        Assert.Equal(["A:A", "A:B", "B:A", "B:B"], process.States);
        Composed.Near(process.Stationary, moved);
        Composed.Near(process.Stationary, process.Start);
        // Not a product of the factors' laws.
        Assert.True(Math.Abs((process.Start[0] * process.Start[3]) - (process.Start[1] * process.Start[2])) > 1e-3);
        double[] entropies = MyopicEntropy.Nats(BeliefTree.Grow(process, 5));
        Assert.All(entropies.Zip(entropies.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-12));
    }

    [Fact]
    public void Chain_ThatMustBeWrittenOutAndIsTooLarge_SaysWhy()
    {
        (LinearProcess? process, string problems) = Composed.Try("""
            { "kind": "chain", "factors": [ "mess3-bloch-product", { "process": "coin" }, { "variants": [ "golden-mean", { "process": "golden-mean", "with": { "p": 0.1 } } ] } ] }
            """);

        Assert.Null(process);
        Assert.Contains("SPEC071", problems);
        Assert.Contains("The variants of factor 3 start or settle differently", problems);
        Assert.Contains("1728 matrices of 486 × 486 numbers; at most 4000000 numbers are held", problems);
    }

    [Fact]
    public void Chain_OfVariantsThatAreComposed_WritesThemOut()
    {
        FactoredProcess process = Composed.Factored("""
            { "kind": "chain", "factors": [ "coin", { "variants": [
              { "kind": "product", "factors": ["mess3", "mess3"] },
              { "kind": "noise", "of": { "kind": "product", "factors": ["mess3", "mess3"] }, "epsilon": 0.5 } ] } ] }
            """);

        Assert.Equal(1 + 9, process.StateCount);
        Assert.All(process.Factors[1].Variants, variant => Assert.IsType<HiddenMarkovModel>(variant));
    }
}
