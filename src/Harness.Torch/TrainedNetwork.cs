using Harness.Activations;
using Harness.Beliefs;

namespace Harness.Torch;

/// <summary>A network with fixed weights.</summary>
internal sealed class TrainedNetwork(NetworkWeights weights) : IEditableNetwork
{
    public float[] Parameters() => weights.Values.ToArray();

    public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
    {
        NativeRuntime.Enter();
        TreeEvaluation.Run(weights, tree, hooks, visitor, cancellation);
    }

    public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, IActivationEdit edit, CancellationToken cancellation)
    {
        NativeRuntime.Enter();
        TreeEvaluation.Run(weights, tree, hooks, visitor, cancellation, edit: edit);
    }

    public void Dispose() => weights.Dispose();
}
