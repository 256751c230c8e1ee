using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How much the past tells about the future.</summary>
/// <remarks>E = Σ_{ℓ≥1} (h_ℓ − h) = I[past; future] of the stationary process (Crutchfield and Feldman 2003).</remarks>
internal static class ExcessEntropy
{
    // h_ℓ − h never increases from a stationary start, so once a term is lost in rounding all later ones are.
    private const double LostInRounding = 2e-15;
    private const int MostTerms = 100_000;

    // Beliefs of one length, over all starts, up to which contexts are lengthened, and the longest context.
    private const int MostBeliefs = 700_000;
    private const int LongestContext = 1000;

    // Beliefs that coincide grow slowly in number: then time, and not memory, is what runs out.
    private const long MostMultiplications = 400_000_000;

    // An enclosure wider than this says too little to quote a number; what S₀ could still tell is of no interest when it is less than the other.
    private const double TooWide = 0.01;
    private const double CloseEnough = 1e-13;

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

    /// <summary>In bits, enclosed from contexts as long as can be followed.</summary>
    /// <remarks>
    /// H(N) − N h ≤ E ≤ H(N) − N h + H[S_N | X₁…X_N] − H[S_N | X₁…X_N, S₀]. What is missing from the partial sum is what the past before the first
    /// token tells of the tokens after the N-th. It can do so only by way of the state S_N, and knows of it no more than S₀ would tell. The value
    /// adds to the lower bound the terms to come as a geometric series.
    /// </remarks>
    public static Quantity Bits(HiddenMarkovModel process, EntropyRate rate)
    {
        if (rate.Lower is not { } least)
        {
            return Quantity.Missing("unknown: the entropy rate has no lower bound");
        }
        BeliefLevel fromStationary = BeliefLevel.Start(process.StartingFrom([.. process.Stationary]));
        (double Weight, BeliefLevel Level)[] fromState = BeliefLevel.FromEachState(process);
        double block = 0, last = double.NaN, lower = 0, upper = double.PositiveInfinity, value = 0, told = double.PositiveInfinity;
        long spent = 0;
        while (fromStationary.Length < LongestContext && told > CloseEnough
            && (spent += fromStationary.Cost + fromState.Sum(start => start.Level.Cost)) <= MostMultiplications
            && fromStationary.MostNext + fromState.Sum(start => start.Level.MostNext) <= MostBeliefs)
        {
            double myopic = ContextEntropies.NextTokenNatsAt(fromStationary);
            block += myopic;
            fromStationary = fromStationary.Next();
            fromState = [.. fromState.Select(start => (start.Weight, start.Level.Next()))];
            told = ContextEntropies.BeliefNatsAt(fromStationary) - fromState.Sum(start => start.Weight * ContextEntropies.BeliefNatsAt(start.Level));
            lower = Math.Max(lower, block - (fromStationary.Length * rate.Upper));
            upper = Math.Min(upper, block - (fromStationary.Length * least) + Math.Max(0, told));
            double term = myopic - rate.Value, ratio = term / last;
            value = Math.Clamp(lower + (ratio is > 0 and < 1 ? term * ratio / (1 - ratio) : 0), lower, Math.Max(lower, upper));
            last = term;
        }
        upper = Math.Max(lower, upper);
        return upper - lower <= TooWide
            ? Quantity.Enclosed(value, lower, upper).Map(nats => nats / Shannon.NatsPerBit)
            : Quantity.Missing(FormattableString.Invariant(
                $"unknown: only enclosed between {lower / Shannon.NatsPerBit:F4} and {upper / Shannon.NatsPerBit:F4} bits by contexts of {fromStationary.Length} tokens"));
    }
}
