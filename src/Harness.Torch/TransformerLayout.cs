using Harness.Numerics;

namespace Harness.Torch;

/// <summary>The parameter table of a transformer: TransformerLens names and shapes over one flat buffer.</summary>
/// <remarks>
/// W_Q, W_K and W_V of a block are stored side by side as one matrix [d_model, 3·heads·d_head], so that one product makes queries, keys
/// and values; their strides say so. Everything else is contiguous. Initial values as in TransformerLens: every W_* normal with standard
/// deviation 0.8/√d_model, biases 0, layer-norm gains 1.
/// </remarks>
internal sealed class TransformerLayout
{
    private readonly List<TransformerParameter> _parameters = [];
    private readonly Dictionary<string, TransformerParameter> _byName;

    /// <param name="vocabulary">Number of tokens.</param>
    /// <param name="positions">Number of positions, the most tokens of a context.</param>
    public TransformerLayout(Transformer architecture, int vocabulary, int positions)
    {
        Architecture = architecture;
        Vocabulary = vocabulary;
        Positions = positions;
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
        _byName = _parameters.ToDictionary(parameter => parameter.Name);
    }

    public Transformer Architecture { get; }

    public int Vocabulary { get; }

    public int Positions { get; }

    /// <summary>Number of floats in the flat buffer.</summary>
    public int Count { get; private set; }

    /// <summary>Every parameter, in the fixed order of the initialisation.</summary>
    public IReadOnlyList<TransformerParameter> Parameters => _parameters;

    public int Offset(string name) => _byName[name].Offset;

    /// <summary>Initial values: parameter k of the table is drawn from substream k.</summary>
    public float[] Draw(RandomStream stream)
    {
        float[] values = new float[Count];
        for (int k = 0; k < _parameters.Count; k++)
        {
            TransformerParameter parameter = _parameters[k];
            RandomStream own = stream.At(k);
            foreach (int index in parameter.Indices())
            {
                values[index] = (float)(parameter.Mean + (parameter.Deviation > 0 ? parameter.Deviation * own.NextNormal() : 0));
            }
        }
        return values;
    }

    private void Block(string prefix)
    {
        Transformer a = Architecture;
        LayerNorm(prefix + "ln1");
        int[] shape = [a.Heads, a.DModel, a.DHead];
        int inner = a.Heads * a.DHead;
        int[] strides = [a.DHead, 3 * inner, 1];
        foreach (string name in new[] { "W_Q", "W_K", "W_V" })
        {
            Add(prefix + "attn." + name, shape, strides, 0, Deviation);
            Count += inner;
        }
        Count += 3 * inner * (a.DModel - 1);
        Weight(prefix + "attn.W_O", [a.Heads, a.DHead, a.DModel]);
        Bias(prefix + "attn.b_Q", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_K", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_V", [a.Heads, a.DHead]);
        Bias(prefix + "attn.b_O", [a.DModel]);
        LayerNorm(prefix + "ln2");
        Weight(prefix + "mlp.W_in", [a.DModel, a.DMlp]);
        Bias(prefix + "mlp.b_in", [a.DMlp]);
        Weight(prefix + "mlp.W_out", [a.DMlp, a.DModel]);
        Bias(prefix + "mlp.b_out", [a.DModel]);
    }

    private double Deviation => 0.8 / Math.Sqrt(Architecture.DModel);

    private void LayerNorm(string name)
    {
        if (Architecture.Normalization == Normalization.PreLayerNorm)
        {
            Contiguous(name + ".w", [Architecture.DModel], 1, 0);
            Contiguous(name + ".b", [Architecture.DModel], 0, 0);
        }
    }

    private void Weight(string name, int[] shape) => Contiguous(name, shape, 0, Deviation);

    private void Bias(string name, int[] shape) => Contiguous(name, shape, 0, 0);

    private void Contiguous(string name, int[] shape, double mean, double deviation)
    {
        int[] strides = new int[shape.Length];
        int size = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = size;
            size *= shape[i];
        }
        Add(name, shape, strides, mean, deviation);
        Count += size;
    }

    private void Add(string name, int[] shape, int[] strides, double mean, double deviation) =>
        _parameters.Add(new TransformerParameter(name, shape, Count, strides, mean, deviation));
}
