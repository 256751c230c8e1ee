using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How the hidden chain forgets: the eigenvalues of T = Σ_z T⁽ᶻ⁾.</summary>
/// <remarks>
/// Constrained beliefs (<see cref="ConstrainedBelief"/>) weigh a token n steps back by Tⁿ, so that attention which serves them decays with the eigenvalues of T other
/// than the 1 of its stationary law: |λ| is the envelope, arg λ the oscillation (arXiv:2502.01954).
/// </remarks>
internal static class TransitionSpectrum
{
    /// <summary>The eigenvalues other than one 1, largest modulus first; empty for a single state.</summary>
    public static IReadOnlyList<Eigenvalue> AttentionDecay(HiddenMarkovModel process)
    {
        IReadOnlyList<Eigenvalue> spectrum = Eigenvalues.Of(HiddenChain.Of(process), process.StateCount);
        Eigenvalue trivial = spectrum.MinBy(eigenvalue => (eigenvalue.Value - 1).Magnitude)!;
        return [.. spectrum.Select(eigenvalue => eigenvalue == trivial ? eigenvalue with { Multiplicity = eigenvalue.Multiplicity - 1 } : eigenvalue)
            .Where(eigenvalue => eigenvalue.Multiplicity > 0)];
    }
}
