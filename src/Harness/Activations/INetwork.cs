using Harness.Beliefs;

namespace Harness.Activations;

/// <summary>A network with fixed weights that can be evaluated on every context of a process.</summary>
internal interface INetwork : IDisposable
{
    /// <summary>All parameters, flat, in the architecture's own fixed order.</summary>
    float[] Parameters();

    /// <summary>Evaluates every word of length 1 .. tree.Depth once, in node order.</summary>
    /// <param name="hooks">Which hooks to hand over; each must be one of the architecture's.</param>
    void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation);
}
