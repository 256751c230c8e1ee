using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>How much the past tells about the future.</summary>
/// <remarks>E = Σ_{ℓ≥1} (h_ℓ − h) = I[past; future] of the stationary process (Crutchfield and Feldman 2003).</remarks>
internal static class ExcessEntropy
{
    // h_ℓ − h never increases from a stationary start, so once a term is lost in rounding all later ones are.
    private const double LostInRounding = 2e-15;
    private const int MostTerms = 100_000;

    /// <summary>In bits, summed to convergence over the mixed states.</summary>
    /// <param name="chain">Of the presentation that starts from the stationary law.</param>
    public static Quantity Bits(BeliefChain chain, double entropyRateNats)
    {
        CompensatedSum sum = new();
        double[] law = chain.Start();
        for (int term = 0; term < MostTerms; term++)
        {
            double difference = chain.NextTokenEntropyNats(law) - entropyRateNats;
            sum.Add(difference);
            if (difference <= LostInRounding)
            {
                return Quantity.Known(Math.Max(0, sum.Value) / Shannon.NatsPerBit);
            }
            law = chain.Step(law);
        }
        return Quantity.Missing(FormattableString.Invariant($"unknown: the sum of h_ℓ − h has not converged after {MostTerms} terms"));
    }
}
