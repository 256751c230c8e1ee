using Harness.Numerics;

namespace Harness.Torch;

/// <summary>The parameter table of a transformer: TransformerLens names and shapes.</summary>
/// <remarks>
/// W_Q, W_K and W_V of a block are stored side by side as one matrix [d_model, 3·heads·d_head], so that one product makes queries, keys
/// and values; their strides say so. Everything else is contiguous. Initial values as in TransformerLens: every W_* normal with standard
/// deviation 0.8/√d_model, biases 0, layer-norm gains 1.
/// </remarks>
internal sealed class TransformerLayout : ParameterTable
{
    public TransformerLayout(Transformer architecture, int vocabulary, int positions)
        : base(vocabulary, positions)
    {
        Architecture = architecture;
        int d = architecture.DModel;
        Weight("embed.W_E", [vocabulary, d]);
        if (architecture.Positions == Torch.Positions.Learned)
        {
            Weight("pos_embed.W_pos", [positions, d]);
        }
        for (int layer = 0; layer < architecture.Layers; layer++)
        {
            Block($"blocks.{layer}.");
        }
        LayerNorm("ln_final");
        Weight("unembed.W_U", [d, vocabulary]);
        Bias("unembed.b_U", [vocabulary]);
    }

    public Transformer Architecture { get; }

    private Func<RandomStream, double> Initial => Normal(0.8 / Math.Sqrt(Architecture.DModel));

    private void Block(string prefix)
    {
        Transformer a = Architecture;
        LayerNorm(prefix + "ln1");
        int[] shape = [a.Heads, a.DModel, a.DHead];
        int inner = a.Heads * a.DHead, at = Count;
        int[] strides = [a.DHead, 3 * inner, 1];
        Add(prefix + "attn.W_Q", shape, at, strides, Initial);
        Add(prefix + "attn.W_K", shape, at + inner, strides, Initial);
        Add(prefix + "attn.W_V", shape, at + (2 * inner), strides, Initial);
        Reserve(3 * inner * a.DModel);
        Weight(prefix + "attn.W_O", [a.Heads, a.DHead, a.DModel]);
        Bias(prefix + "attn.b_Q", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_K", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_V", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_O", [a.DModel]);
        if (a.DMlp == 0)
        {
            return;
        }
        LayerNorm(prefix + "ln2");
        Weight(prefix + "mlp.W_in", [a.DModel, a.DMlp]);
        Bias(prefix + "mlp.b_in", [a.DMlp]);
        Weight(prefix + "mlp.W_out", [a.DMlp, a.DModel]);
        Bias(prefix + "mlp.b_out", [a.DModel]);
    }

    private void LayerNorm(string name)
    {
        if (Architecture.Normalization == Normalization.PreLayerNorm)
        {
            Contiguous(name + ".w", [Architecture.DModel], Constant(1));
            Contiguous(name + ".b", [Architecture.DModel], Constant(0));
        }
    }

    private void Weight(string name, int[] shape) => Contiguous(name, shape, Initial);

    private void Bias(string name, int[] shape) => Contiguous(name, shape, Constant(0));
}
