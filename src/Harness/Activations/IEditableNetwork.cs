using Harness.Beliefs;

namespace Harness.Activations;

/// <summary>A network that computes: what it says follows from its activations, so that they can be changed on the way.</summary>
internal interface IEditableNetwork : INetwork
{
    /// <summary>Evaluates every word once, in node order, with edited activations at one hook.</summary>
    /// <remarks>Contexts come before their continuations, so that an edit of a context is seen by all that follow it.</remarks>
    void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, IActivationEdit edit, CancellationToken cancellation);
}
