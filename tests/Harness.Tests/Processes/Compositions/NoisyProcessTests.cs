using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class NoisyProcessTests
{
    [Fact]
    public void Noise_OnAModel_MixesItsMatricesWithTheirSum()
    {
        HiddenMarkovModel process = Assert.IsType<HiddenMarkovModel>(Composed.Of("""{ "kind": "noise", "of": "golden-mean", "epsilon": 0.2 }"""));

        // T⁽⁰⁾ = [½ 0; 1 0], T⁽¹⁾ = [0 ½; 0 0].
        Composed.Near([0.45, 0.05, 0.9, 0], process.TransitionMatrix(0).ToArray());
        Composed.Near([0.05, 0.45, 0.1, 0], process.TransitionMatrix(1).ToArray());
        Assert.Equal("noise(golden-mean, 0.2)", process.Id);
    }

    /// <summary>432 joint tokens: P'(z₁z₂) = (1−ε)² P(z₁z₂) + (1−ε) (ε/V) (P(z₁) + P(z₂)) + (ε/V)², and single tokens are uniform.</summary>
    [Fact]
    public void Noise_OnThePublishedProduct_IsThatOfEveryToken()
    {
        const double epsilon = 0.3, uniform = 1 / 432.0;
        LinearProcess clean = Composed.Of("\"mess3-bloch-product\"");
        LinearProcess noisy = Composed.Of("""{ "kind": "noise", "of": "mess3-bloch-product", "epsilon": 0.3 }""");
        double[] law = new double[432];
        noisy.NextToken(Composed.Belief(noisy, 431), law);

        Assert.Equal(243, noisy.StateCount);
        for (int z = 0; z < 432; z += 5)
        {
            double expected = ((1 - epsilon) * (1 - epsilon) * Composed.Probability(clean, 431, z)) + ((1 - epsilon) * epsilon * uniform * 2 * uniform) + (epsilon * epsilon * uniform * uniform);
            Assert.Equal(expected, Composed.Probability(noisy, 431, z), 1e-12);
            Assert.Equal(expected * 432, law[z], 1e-10);
        }
        Assert.Equal(1, law.Sum(), 1e-12);
    }

    [Fact]
    public void Noise_OnTooManyJointCoordinates_IsRefused()
    {
        (LinearProcess? process, string problems) = Composed.Try($$"""
            { "kind": "noise", "epsilon": 0.1, "of": { "kind": "relabel", "symbols": {}, "of": { "kind": "product", "factors": [{{string.Join(", ", Enumerable.Repeat("\"rrxor\"", 8))}}] } } }
            """);

        Assert.Null(process);
        Assert.Contains("SPEC072", problems);
        Assert.Contains("has 390625 coordinates; at most 65536 are followed", problems);
    }
}
