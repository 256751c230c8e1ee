using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How uncertain of the hidden state an observer is in all until the state is known.</summary>
/// <remarks>
/// Sy = Σ_{L≥0} H[S_L | X₁…X_L], in bits times tokens (Crutchfield and Feldman 2003): the mean entropies of the belief from the stationary start, summed. Finite only
/// where the state becomes known. Where it does so exactly and the crypticity is 0, it equals the transient information.
/// </remarks>
internal static class SynchronizationInformation
{
    private const double LostInRounding = 1e-15;
    private const double NeverKnown = 1e-9;
    private const int MostTerms = 100_000;
    private const int MostBeliefs = 100_000;
    private const long MostMultiplications = 400_000_000;

    /// <summary>Summed to convergence over the mixed states.</summary>
    /// <param name="chain">Of the presentation that starts from the stationary law.</param>
    /// <param name="longRun">Of <see cref="BeliefChain.LongRun"/>.</param>
    public static Quantity Bits(BeliefChain chain, double[] longRun)
    {
        double left = chain.BeliefEntropyNats(longRun) / Shannon.NatsPerBit;
        double[] law = chain.Start();
        return left > NeverKnown ? NeverKnownBits(left) : Sum(MostTerms, () =>
        {
            double entropy = chain.BeliefEntropyNats(law);
            law = chain.Step(law);
            return entropy;
        });
    }

    /// <summary>Summed over contexts, as long as their distinct beliefs can be followed.</summary>
    /// <remarks>H[S_L | X₁…X_L, S₀] grows with L to what remains uncertain for ever; where that is positive, the sum is infinite.</remarks>
    public static Quantity Bits(HiddenMarkovModel process)
    {
        (double Weight, BeliefLevel Level)[] told = BeliefLevel.FromEachState(process);
        long spent = 0;
        while (told[0].Level.Length < process.StateCount && told.Sum(start => start.Level.MostNext) <= MostBeliefs
            && (spent += told.Sum(start => start.Level.Cost)) <= MostMultiplications)
        {
            told = [.. told.Select(start => (start.Weight, start.Level.Next()))];
        }
        double left = told.Sum(start => start.Weight * ContextEntropies.BeliefNatsAt(start.Level)) / Shannon.NatsPerBit;
        if (left > NeverKnown)
        {
            return NeverKnownBits(left, "at least ");
        }
        BeliefLevel level = BeliefLevel.Start(process.StartingFrom([.. process.Stationary]));
        return Sum(MostTerms, () =>
        {
            double entropy = ContextEntropies.BeliefNatsAt(level);
            bool more = level.MostNext <= MostBeliefs && (spent += level.Cost) <= 2 * MostMultiplications;
            level = more ? level.Next() : level;
            return more ? entropy : null;
        });
    }

    private static Quantity NeverKnownBits(double left, string atLeast = "") =>
        Quantity.Missing(FormattableString.Invariant($"infinite: the state never becomes known, {atLeast}{left:0.####} bits remain"));

    private static Quantity Sum(int mostTerms, Func<double?> next)
    {
        CompensatedSum sum = new();
        int terms = 0;
        while (terms < mostTerms && next() is { } entropy)
        {
            terms++;
            sum.Add(entropy);
            if (entropy <= LostInRounding)
            {
                return Quantity.Known(sum.Value / Shannon.NatsPerBit);
            }
        }
        return Quantity.Missing(FormattableString.Invariant($"unknown: the sum of belief entropies has not converged after {terms} terms"));
    }
}
