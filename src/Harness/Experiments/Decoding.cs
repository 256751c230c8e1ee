using Harness.Activations;
using Harness.Measurements;

namespace Harness.Experiments;

/// <summary>Applies a probe's held-out maps to every context in a second evaluation of the network.</summary>
internal sealed class Decoding : IActivationVisitor
{
    private readonly int[] _foldOf;
    private readonly AffineMap[] _maps;
    private readonly int _states;
    private readonly float[] _decoded;
    private readonly double[] _features;

    private Decoding(ContextTable contexts, AffineMap[] maps, int features)
    {
        _foldOf = contexts.FoldsOf(Partition.Subtree)!;
        _maps = maps;
        _states = contexts.Tree.Process.StateCount;
        _decoded = new float[contexts.Count * _states];
        _features = new double[features];
    }

    /// <summary>Contexts × states.</summary>
    public static float[] Of(ExperimentPlan plan, CaptureKey key, Capture capture, INetwork network, CancellationToken cancellation)
    {
        CrossProducts products = capture.Products(key);
        Decoding decoding = new(plan.Contexts, RidgeProbe.HeldOutMaps(products, Partition.Subtree, plan.Process.StateCount), products.Features);
        network.Evaluate(plan.Tree, key.Location.Resolve(plan.Spec.Architecture.Hooks), decoding, cancellation);
        return decoding._decoded;
    }

    public void Visit(ActivationBlock block)
    {
        for (int row = 0; row < block.Count; row++)
        {
            int at = 0, context = block.FirstNode - 1 + row;
            for (int hook = 0; hook < block.Widths.Count; hook++)
            {
                foreach (float value in block.Activations[hook].AsSpan(row * block.Widths[hook], block.Widths[hook]))
                {
                    _features[at++] = value;
                }
            }
            for (int state = 0; state < _states; state++)
            {
                _decoded[(context * _states) + state] = (float)_maps[_foldOf[context]].Apply(_features, state);
            }
        }
    }
}
