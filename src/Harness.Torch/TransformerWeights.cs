using Harness.Beliefs;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A transformer's parameters and its forward pass over prefixes.</summary>
internal sealed class TransformerWeights : NetworkWeights
{
    private readonly Transformer _architecture;
    private readonly Tensor _embed;
    private readonly Tensor? _position;
    private readonly RotaryEmbedding? _rotary;
    private readonly TransformerBlock[] _blocks;
    private readonly LayerNorm _final;
    private readonly Tensor _unembedWeight;
    private readonly Tensor _unembedBias;

    public TransformerWeights(TransformerLayout layout, ReadOnlySpan<float> values, bool learns = false)
        : base(layout, values, learns)
    {
        _architecture = layout.Architecture;
        using DisposeScope scope = NewDisposeScope();
        Transformer a = _architecture;
        int d = a.DModel, inner = a.Heads * a.DHead;
        _embed = Leaf("embed.W_E", layout.Vocabulary, d);
        _position = a.Positions == Positions.Learned ? Leaf("pos_embed.W_pos", layout.Positions, d) : null;
        _rotary = a.Positions == Positions.Rotary ? new RotaryEmbedding(a.Heads, a.DHead, layout.Positions) : null;
        _blocks = [.. Enumerable.Range(0, a.Layers).Select(i => $"blocks.{i}.").Select(name => new TransformerBlock(
            Norm(name + "ln1"), Leaf(name + "attn.W_Q", d, 3 * inner), Leaf(name + "attn.b_Q", 3 * inner),
            Leaf(name + "attn.W_O", inner, d), Leaf(name + "attn.b_O", d),
            a.DMlp > 0 ? MlpOf(name, a.Activation, a.Normalization == Normalization.PreLayerNorm) : null))];
        _final = Norm("ln_final");
        _unembedWeight = Leaf("unembed.W_U", d, layout.Vocabulary);
        _unembedBias = Leaf("unembed.b_U", layout.Vocabulary);
    }

    public override IReadOnlyList<string> Hooks => _architecture.Hooks;

    public override int Width(string hook) => _architecture.Width(hook);

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
            x = x.add(position, One);                                       // [n, d]
        }
        for (int i = 0; i < _blocks.Length; i++)
        {
            TransformerBlock block = _blocks[i];
            capture?.Invoke($"blocks.{i}.hook_resid_pre", x);
            Tensor qkv = block.QkvBias.addmm(block.Ln1.Apply(x), block.QkvWeight); // [n, 3·H·D]
            qkv = _rotary?.Apply(qkv, positions) ?? qkv;                      // [n, 3·H·D]
            (x, Tensor mixed) = attention.Apply(i, x, qkv);                   // [n, d], [n, H·D]
            x = x.add(block.OutBias, One).addmm(mixed, block.OutWeight);    // [n, d]
            capture?.Invoke($"blocks.{i}.hook_resid_mid", x);
            x = block.Mlp?.Apply(x) ?? x;                                     // [n, d]
            capture?.Invoke($"blocks.{i}.hook_resid_post", x);
        }
        Tensor final = _final.Apply(x);                                       // [n, d]
        capture?.Invoke("ln_final", final);
        return nn.functional.log_softmax(_unembedBias.addmm(final, _unembedWeight), 1); // [n, V]
    }

    public override double Learn(PrefixBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        BatchAttention attention = new(batch, _architecture);
        Tensor loss = Loss(LogProbabilities(tensor(batch.Tokens), tensor(batch.Positions), attention), batch); // []
        loss.backward();
        attention.Backward();
        return loss.item<float>();
    }

    public override TreePass Pass(BeliefTree tree) => new TransformerPass(this, new TreeAttention(tree, _architecture));

    private LayerNorm Norm(string name) => Norm(name, _architecture.Normalization == Normalization.PreLayerNorm);
}
