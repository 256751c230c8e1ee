using Harness.Beliefs;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A network's parameters in one flat native buffer, its loss on prefixes, and its passes over a tree.</summary>
/// <remarks>
/// Every parameter tensor is a leaf that views the buffer. When it learns, every leaf's gradient views one flat gradient buffer in the same
/// way, so that the backward pass accumulates straight into it and the optimiser is one loop over two spans.
/// </remarks>
internal abstract class NetworkWeights : IDisposable
{
    /// <summary>The operator + makes a temporary scalar for its factor 1, which the collector may finalise while the native call still reads it.</summary>
    public static readonly Scalar One = 1;

    private readonly List<Tensor> _owned = [];
    private readonly Tensor _values;
    private readonly Tensor? _gradient;

    protected NetworkWeights(ParameterTable table, ReadOnlySpan<float> values, bool learns)
    {
        if (values.Length != table.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{values.Length} parameters given, {table.Count} needed."), nameof(values));
        }
        Table = table;
        _values = Own(zeros(table.Count));                                    // [P]
        values.CopyTo(Values);
        if (learns)
        {
            _gradient = Own(zeros(table.Count));                              // [P]
        }
    }

    public ParameterTable Table { get; }

    /// <summary>All parameters, in place.</summary>
    public Span<float> Values => _values.Floats();

    /// <summary>The gradient accumulated since it was last cleared, in place.</summary>
    public Span<float> Gradient => (_gradient ?? throw new InvalidOperationException("These weights do not learn.")).Floats();

    /// <summary>Adds the gradient of −Σ target·log p over a batch to <see cref="Gradient"/> and returns that loss, nats.</summary>
    public abstract double Learn(PrefixBatch batch);

    /// <summary>Begins a pass over every context of a tree.</summary>
    public abstract TreePass Pass(BeliefTree tree);

    /// <summary>Width of what a hook hands over.</summary>
    public abstract int Width(string hook);

    /// <summary>The hooks there are.</summary>
    public abstract IReadOnlyList<string> Hooks { get; }

    public void Dispose() => _owned.ForEach(tensor => tensor.Dispose());

    /// <summary>−Σ target·log p of a batch, nats: a scalar tensor.</summary>
    /// <param name="logProbabilities">[N, V].</param>
    protected static Tensor Loss(Tensor logProbabilities, PrefixBatch batch) =>
        logProbabilities.mul(tensor(batch.Targets).view_as(logProbabilities)).sum().neg();

    /// <summary>The parameter of this name as a tensor of this shape, a view into the flat buffer.</summary>
    protected Tensor Leaf(string name, params long[] shape)
    {
        int offset = Table[name].Offset;
        Tensor leaf = Own(View(_values, offset, shape));
        if (_gradient is not null)
        {
            leaf.requires_grad_(true);
            leaf.grad = Own(View(_gradient, offset, shape));
        }
        return leaf;
    }

    /// <summary>The parameter of this name in its own shape.</summary>
    protected Tensor Leaf(string name) => Leaf(name, [.. Table[name].Shape.Select(size => (long)size)]);

    /// <summary>A layer norm whose gain and bias are <c>name.w</c> and <c>name.b</c>; the identity where the table has none.</summary>
    protected LayerNorm Norm(string name, bool exists) => exists ? new LayerNorm(Leaf(name + ".w"), Leaf(name + ".b")) : new LayerNorm(null, null);

    /// <summary>The MLP whose parameters begin like this, with its own layer norm before it.</summary>
    protected Mlp MlpOf(string prefix, Activation activation, bool normalised) => new(
        activation, Norm(prefix + "ln2", normalised),
        Leaf(prefix + "mlp.W_in"), Leaf(prefix + "mlp.b_in"), Leaf(prefix + "mlp.W_out"), Leaf(prefix + "mlp.b_out"));

    private static Tensor View(Tensor flat, int offset, long[] shape) =>
        flat.narrow(0, offset, shape.Aggregate(1L, (product, size) => product * size)).view(shape).detach();

    private Tensor Own(Tensor tensor)
    {
        _owned.Add(tensor.DetachFromDisposeScope());
        return tensor;
    }
}
