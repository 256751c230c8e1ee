using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>How much effort it takes to learn a process from its tokens.</summary>
/// <remarks>
/// Tr = Σ_{L≥0} (E + hL − H(L)) = Σ_{ℓ≥1} ℓ (h_ℓ − h), in bits times tokens (Crutchfield and Feldman 2003). It has E = 0 exactly where it is 0.
/// </remarks>
internal static class TransientInformation
{
    private const double LostInRounding = 2e-15;
    private const int MostTerms = 100_000;

    /// <summary>Summed to convergence over the mixed states.</summary>
    /// <param name="chain">Of the presentation that starts from the stationary law.</param>
    public static Quantity Bits(BeliefChain chain, double entropyRateNats)
    {
        CompensatedSum sum = new();
        double[] law = chain.Start();
        for (int length = 1; length <= MostTerms; length++)
        {
            double difference = chain.NextTokenEntropyNats(law) - entropyRateNats;
            sum.Add(length * difference);
            if (difference <= LostInRounding)
            {
                return Quantity.Known(Math.Max(0, sum.Value) / Shannon.NatsPerBit);
            }
            law = chain.Step(law);
        }
        return Quantity.Missing(FormattableString.Invariant($"unknown: the sum of ℓ (h_ℓ − h) has not converged after {MostTerms} terms"));
    }
}
