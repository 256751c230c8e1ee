using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>An enclosure of the entropy rate of a stationary process, in nats for each token.</summary>
/// <param name="Value">The upper bound less what it still falls by when k grows, taken for a geometric series; within the bounds.</param>
/// <param name="Lower">Null for a generalised model: its states are not hidden values that could be told.</param>
/// <param name="Memories">The size of the <see cref="FiniteMemory"/> M that stands for the past.</param>
/// <param name="Tokens">k, the number of tokens seen in full after the memory.</param>
/// <remarks>
/// Automaton and hidden chain (M, S) run in a stationary joint law. With u_k = H[X_{k+1} | M₀, X₁…X_k] and b_k = H[S_k | M₀, X₁…X_k],
/// <para>u_k − (b_k − b_{k+1}) ≤ h ≤ u_k.</para>
/// Proof. Let P be the whole past of tokens and memories up to time 0. Memories follow from an early memory and the tokens, so that P tells at
/// most ln(number of memories) nats more than the tokens do about any number of later tokens; hence H[X_{k+1} | P, X₁…X_k] = h for every
/// k, and the upper bound, in which less is known. By stationarity H[S_k | P, X₁…X_k] is the same for every k, so that the state
/// information forgotten, Φ_k = I[P; S_k | M₀, X₁…X_k], obeys Φ_k − Φ_{k+1} = b_k − b_{k+1}. Given S_k the past says nothing of what
/// follows, so Φ_k ≥ I[P; X_{k+1} S_{k+1} | M₀, X₁…X_k] = (u_k − h) + Φ_{k+1}. ∎
/// With a memory of nothing these are the known bounds from H[X₁…X_k] and H[X₁…X_k, S_k] (Crutchfield, Ellison, James and Mahoney 2010). Also
/// H[X₁ | S₀] ≤ h, sharp for unifilar models. Both hold to the rounding of sums of some 10⁶ terms and to 1e-13, the total change at
/// which the joint law is taken for stationary.
/// </remarks>
internal sealed record EntropyRateBounds(double Value, double? Lower, double Upper, int Memories, int Tokens)
{
    /// <summary>10⁻⁹ bits: closer than this nobody needs them.</summary>
    public const double CloseEnough = 1e-9 * Shannon.NatsPerBit;

    private const double Settled = 1e-13;
    private const int MostOperations = 20_000_000;
    private const int OperationsForEachMemory = 1_000;
    private const int Parts = 64;

    // Beliefs this alike (mean squared distance) leave bounds apart by less than their rounding.
    private const double Alike = 1e-16;

    /// <param name="memories">Enough memories for the automaton; the time taken is in proportion.</param>
    /// <param name="degree">The most threads; the result does not depend on it.</param>
    public static EntropyRateBounds Of(HiddenMarkovModel process, int memories = 50_000, int degree = 1)
    {
        int enough = Math.Clamp(MostOperations / new SparseTransitions(process).Count, 1, memories);
        double[] law = FiniteMemory.Of(process, enough, Alike).JointLaw(Settled) ?? [.. process.Stationary];
        long most = (long)enough * OperationsForEachMemory, cost = law.Length;
        List<EntropyRateBounds> found = [At(process, law, 0, degree)];
        while (IsLoose(found) && (cost *= process.SymbolCount) * process.SymbolCount <= most)
        {
            found.Add(At(process, law, found.Count, degree));
        }
        return found[^1] with { Value = Limit([.. found.TakeLast(3).Select(bounds => bounds.Upper)], found[^1].Lower ?? 0) };
    }

    // Without a lower bound, more tokens are worth it while they lower the upper one.
    private static bool IsLoose(List<EntropyRateBounds> found) => found[^1].Lower is { } lower
        ? found[^1].Upper - lower > CloseEnough
        : found.Count < 3 || found[^3].Upper - found[^1].Upper > Settled;

    // a + b, a + bq, a + bq² have the limit a.
    private static double Limit(double[] upper, double lower)
    {
        double fall = upper[0] - upper[^1], last = upper.Length < 3 ? 0 : upper[1] - upper[2], ratio = last / (fall - last);
        return last > 0 && ratio is > 0 and < 1 ? Math.Max(lower, upper[^1] - (last * ratio / (1 - ratio))) : upper[^1];
    }

    // The parts are the same on every machine, and so is the sum.
    private static EntropyRateBounds At(HiddenMarkovModel process, double[] law, int tokens, int degree)
    {
        int states = process.StateCount, memories = law.Length / states;
        WordSums[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new WordSums(process, tokens))];
        ParallelChunks.Run(Parts, degree, () => 0, (part, _) =>
        {
            for (int memory = memories * part / Parts; memory < memories * (part + 1) / Parts; memory++)
            {
                parts[part].Visit(law.AsSpan(memory * states, states));
            }
        });
        double upper = parts.Sum(part => part.Upper);
        double? lower = process.Kind == ProcessKind.Hmm ? Math.Min(upper, Math.Max(parts.Sum(part => part.Lower), KnownStateNats(process))) : null;
        return new EntropyRateBounds(upper, lower, upper, memories, tokens);
    }

    /// <summary>H[X₁ | S₀]: the uncertainty that is left when the state is told.</summary>
    public static double KnownStateNats(HiddenMarkovModel process)
    {
        CompensatedSum sum = new();
        double[] state = new double[process.StateCount], law = new double[process.SymbolCount];
        for (int s = 0; s < state.Length; s++)
        {
            Array.Clear(state);
            state[s] = 1;
            process.NextToken(state, law);
            sum.Add(process.Stationary[s] * Shannon.EntropyNats(law));
        }
        return sum.Value;
    }
}
