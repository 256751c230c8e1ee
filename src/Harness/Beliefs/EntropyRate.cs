using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The entropy rate h = lim h_ℓ of the stationary process, in nats per token, enclosed.</summary>
/// <param name="Value">The best number to quote: the upper bound, which equals the lower one where a closed form exists.</param>
/// <param name="Method">How it was found; where it is only enclosed, to which context length.</param>
/// <remarks>
/// Unifilar: h = Σ_s π_s H[token | s]. Finitely many mixed states: the long-run average of H[P(·|η)]. Otherwise
/// H[X_{L+1} | X_1…X_L, S_0] ≤ h ≤ H[X_{L+1} | X_1…X_L] (Cover and Thomas 2006, theorem 4.5.1).
/// </remarks>
internal sealed record EntropyRate(double Value, double Lower, double Upper, string Method)
{
    /// <summary>True where a closed form gives it, false where it is only enclosed.</summary>
    public bool IsExact => Lower >= Upper;

    public static EntropyRate Nats(HiddenMarkovModel process, MixedStatePresentation presentation)
    {
        if (process.IsUnifilar)
        {
            return Exactly(Unifilar(process), "unifilar");
        }
        if (presentation.Closed)
        {
            BeliefChain chain = new(presentation);
            if (chain.LongRun() is { } longRun)
            {
                return Exactly(chain.NextTokenEntropyNats(longRun), "mixed-states");
            }
        }
        EntropyRateBounds bounds = EntropyRateBounds.Of(process);
        return new EntropyRate(bounds.Upper, bounds.Lower, bounds.Upper, FormattableString.Invariant($"bounds at context {bounds.Context}"));
    }

    private static EntropyRate Exactly(double value, string method) => new(value, value, value, method);

    private static double Unifilar(HiddenMarkovModel process)
    {
        CompensatedSum rate = new();
        double[] state = new double[process.StateCount];
        double[] law = new double[process.SymbolCount];
        for (int s = 0; s < process.StateCount; s++)
        {
            Array.Clear(state);
            state[s] = 1;
            process.NextToken(state, law);
            rate.Add(process.Stationary[s] * Shannon.EntropyNats(law));
        }
        return rate.Value;
    }
}
