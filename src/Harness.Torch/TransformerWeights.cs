using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A transformer's parameters in one flat native buffer, and its forward pass over prefixes.</summary>
/// <remarks>
/// Every parameter tensor is a leaf that views the buffer. When it learns, every leaf's gradient views one flat gradient buffer in the same
/// way, so that the backward pass accumulates straight into it and the optimiser is one loop over two spans.
/// </remarks>
internal sealed class TransformerWeights : IDisposable
{
    // The operator + makes a temporary scalar for its factor 1, which the collector may finalise while the native call still reads it.
    private static readonly Scalar s_one = 1;

    private readonly List<Tensor> _owned = [];
    private readonly Tensor _values;
    private readonly Tensor? _gradient;
    private readonly Tensor _embed;
    private readonly Tensor? _position;
    private readonly TransformerBlock[] _blocks;
    private readonly LayerNorm _final;
    private readonly Tensor _unembedWeight;
    private readonly Tensor _unembedBias;

    public TransformerWeights(TransformerLayout layout, ReadOnlySpan<float> values, bool learns = false)
    {
        if (values.Length != layout.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{values.Length} parameters given, {layout.Count} needed."), nameof(values));
        }
        Layout = layout;
        using DisposeScope scope = NewDisposeScope();
        _values = Own(zeros(layout.Count));                                   // [P]
        values.CopyTo(Values);
        if (learns)
        {
            _gradient = Own(zeros(layout.Count));                             // [P]
        }
        Transformer a = layout.Architecture;
        int d = a.DModel, inner = a.Heads * a.DHead;
        _embed = Leaf("embed.W_E", layout.Vocabulary, d);
        _position = a.Positions == Positions.Learned ? Leaf("pos_embed.W_pos", layout.Positions, d) : null;
        _blocks = [.. Enumerable.Range(0, a.Layers).Select(i => $"blocks.{i}.").Select(name => new TransformerBlock(
            Norm(name + "ln1"), Leaf(name + "attn.W_Q", d, 3 * inner), Leaf(name + "attn.b_Q", 3 * inner),
            Leaf(name + "attn.W_O", inner, d), Leaf(name + "attn.b_O", d),
            Norm(name + "ln2"), Leaf(name + "mlp.W_in", d, a.DMlp), Leaf(name + "mlp.b_in", a.DMlp),
            Leaf(name + "mlp.W_out", a.DMlp, d), Leaf(name + "mlp.b_out", d)))];
        _final = Norm("ln_final");
        _unembedWeight = Leaf("unembed.W_U", d, layout.Vocabulary);
        _unembedBias = Leaf("unembed.b_U", layout.Vocabulary);
    }

    public TransformerLayout Layout { get; }

    /// <summary>All parameters, in place.</summary>
    public Span<float> Values => _values.Floats();

    /// <summary>The gradient accumulated since it was last cleared, in place.</summary>
    public Span<float> Gradient => (_gradient ?? throw new InvalidOperationException("These weights do not learn.")).Floats();

    /// <summary>log P(next token) of n contexts, nats.</summary>
    /// <param name="tokens">[n] the last token of each context.</param>
    /// <param name="positions">[n] its position, from 0.</param>
    /// <param name="capture">Sees each hook's activations [n, d_model] in the order of the forward pass.</param>
    public Tensor LogProbabilities(Tensor tokens, Tensor positions, ContextAttention attention, Action<string, Tensor>? capture = null)
    {
        Tensor x = _embed.index_select(0, tokens);                            // [n, d]
        capture?.Invoke("hook_embed", x);
        if (_position is not null)
        {
            Tensor position = _position.index_select(0, positions);           // [n, d]
            capture?.Invoke("hook_pos_embed", position);
            x = x.add(position, s_one);                                       // [n, d]
        }
        for (int i = 0; i < _blocks.Length; i++)
        {
            TransformerBlock block = _blocks[i];
            capture?.Invoke($"blocks.{i}.hook_resid_pre", x);
            Tensor qkv = block.QkvBias.addmm(block.Ln1.Apply(x), block.QkvWeight); // [n, 3·H·D]
            (x, Tensor mixed) = attention.Apply(i, x, qkv);                   // [n, d], [n, H·D]
            x = x.add(block.OutBias, s_one).addmm(mixed, block.OutWeight);    // [n, d]
            capture?.Invoke($"blocks.{i}.hook_resid_mid", x);
            Tensor hidden = Activate(block.MlpInBias.addmm(block.Ln2.Apply(x), block.MlpInWeight)); // [n, d_mlp]
            x = x.add(block.MlpOutBias, s_one).addmm(hidden, block.MlpOutWeight); // [n, d]
            capture?.Invoke($"blocks.{i}.hook_resid_post", x);
        }
        Tensor final = _final.Apply(x);                                       // [n, d]
        capture?.Invoke("ln_final", final);
        return nn.functional.log_softmax(_unembedBias.addmm(final, _unembedWeight), 1); // [n, V]
    }

    /// <summary>Adds the gradient of −Σ target·log p over a batch to <see cref="Gradient"/> and returns that loss, nats.</summary>
    public double Learn(PrefixBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        BatchAttention attention = new(batch, Layout.Architecture);
        Tensor logProbabilities = LogProbabilities(tensor(batch.Tokens), tensor(batch.Positions), attention); // [N, V]
        Tensor loss = logProbabilities.mul(tensor(batch.Targets).view(-1, Layout.Vocabulary)).sum().neg(); // []
        loss.backward();
        attention.Backward();
        return loss.item<float>();
    }

    public void Dispose() => _owned.ForEach(tensor => tensor.Dispose());

    private Tensor Activate(Tensor x) => Layout.Architecture.Activation == Activation.Relu ? x.relu() : nn.functional.gelu(x);

    private LayerNorm Norm(string name) => Layout.Architecture.Normalization == Normalization.None
        ? new LayerNorm(null, null)
        : new LayerNorm(Leaf(name + ".w", Layout.Architecture.DModel), Leaf(name + ".b", Layout.Architecture.DModel));

    private Tensor Leaf(string name, params long[] shape)
    {
        int offset = Layout.Offset(name);
        Tensor leaf = Own(View(_values, offset, shape));
        if (_gradient is not null)
        {
            leaf.requires_grad_(true);
            leaf.grad = Own(View(_gradient, offset, shape));
        }
        return leaf;
    }

    private static Tensor View(Tensor flat, int offset, long[] shape) =>
        flat.narrow(0, offset, shape.Aggregate(1L, (product, size) => product * size)).view(shape).detach();

    private Tensor Own(Tensor tensor)
    {
        _owned.Add(tensor.DetachFromDisposeScope());
        return tensor;
    }
}
