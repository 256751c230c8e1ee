using Harness.Activations;
using Harness.Beliefs;

namespace Harness.Torch;

/// <summary>A transformer with fixed weights.</summary>
internal sealed class TransformerNetwork : INetwork
{
    private readonly TransformerWeights _weights;

    public TransformerNetwork(TransformerLayout layout, ReadOnlySpan<float> parameters)
    {
        NativeRuntime.Enter();
        _weights = new TransformerWeights(layout, parameters);
    }

    public float[] Parameters() => _weights.Values.ToArray();

    public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
    {
        NativeRuntime.Enter();
        TreeEvaluation.Run(_weights, tree, hooks, visitor, cancellation);
    }

    public void Dispose() => _weights.Dispose();
}
