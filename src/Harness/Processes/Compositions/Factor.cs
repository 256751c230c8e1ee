namespace Harness.Processes.Compositions;

/// <summary>One factor of a <see cref="FactoredProcess"/>.</summary>
/// <param name="Variants">
/// A single process, of any kind, for an independent factor. Several for a factor that is controlled by the one before it, variant k where that emits
/// its token k at the same step: hidden Markov models, generalised or not, that share states, symbols and readout.
/// </param>
internal sealed record Factor(IReadOnlyList<LinearProcess> Variants)
{
    public Factor(LinearProcess process)
        : this([process])
    {
    }

    public bool IsControlled => Variants.Count > 1;

    public LinearProcess First => Variants[0];

    public int SymbolCount => First.SymbolCount;

    public int StateCount => First.StateCount;

    public int JointCount => checked((int)First.JointCount);

    /// <summary>The process that emits when the factor before it emits this token.</summary>
    public LinearProcess After(int previous) => IsControlled ? Variants[previous] : First;
}
