using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class ExpansionTests
{
    [Fact]
    public void Expansion_OfAProduct_IsTheKroneckerProduct()
    {
        HiddenMarkovModel process = Expansion.Of(Composed.Of("""{ "kind": "product", "factors": ["golden-mean", { "process": "coin", "with": { "p": 0.25 } }] }"""));

        Composed.Near([0.125, 0, 0.25, 0], process.TransitionMatrix(0).ToArray());
        Composed.Near([0, 0.375, 0, 0], process.TransitionMatrix(3).ToArray());
        Composed.Near([2 / 3d, 1 / 3d], process.Stationary);
        Assert.Equal(["A:A", "B:A"], process.States);
    }

    [Fact]
    public void Expansion_OfGeneralisedFactors_HasTheGaugeOfTheLibrary()
    {
        HiddenMarkovModel process = Expansion.Of(Composed.Of("""{ "kind": "product", "factors": ["bloch-walk", "bloch-walk"] }"""));

        Composed.Near([9, 0, 0, 0, 0, 0, 0, 0, 0], process.Readout.ToArray());
        Assert.Equal(1 / 9d, process.Start[0], 1e-15);
    }

    [Fact]
    public void Expansion_OfTooMuch_IsRefusedWithItsSize()
    {
        CompositionException error = Assert.Throws<CompositionException>(() => Expansion.Of(Composed.Of("\"mess3-bloch-product\"")));

        Assert.Equal("Written out, 'mess3-bloch-product' has 432 matrices of 243 × 243 numbers; at most 4000000 numbers are held.", error.Finding.What);
    }
}
