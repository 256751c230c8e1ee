using static TorchSharp.torch;

namespace Harness.Torch.Tests;

/// <summary>The reference: ordinary rows, ordinary causal attention, one tensor for each parameter under its TransformerLens name and shape.</summary>
internal sealed class PlainBatch
{
    private readonly Transformer _architecture;
    private readonly Dictionary<string, Tensor> _parameters;

    public PlainBatch(TransformerLayout layout, float[] values)
    {
        _architecture = layout.Architecture;
        _parameters = layout.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => tensor(parameter.Indices().Select(index => values[index]).ToArray())
                .view([.. parameter.Shape.Select(size => (long)size)]).requires_grad_());
    }

    /// <summary>The gradient, in the places of the flat buffer.</summary>
    public float[] Gradient(TransformerLayout layout)
    {
        float[] flat = new float[layout.Count];
        foreach (NamedParameter parameter in layout.Parameters)
        {
            float[] own = _parameters[parameter.Name].grad!.contiguous().data<float>().ToArray();
            foreach ((int index, float value) in parameter.Indices().Zip(own))
            {
                flat[index] = value;
            }
        }
        return flat;
    }

    /// <summary>Mean cross-entropy of predicting each next token from the contexts 1..length of each row, nats.</summary>
    public Tensor Loss(ushort[] sequences, int length)
    {
        int rows = sequences.Length / (length + 1);
        Tensor all = tensor(sequences.Select(token => (long)token).ToArray()).view(rows, length + 1); // [R, T+1]
        Tensor law = LogProbabilities(all.narrow(1, 0, length));              // [R, T, V]
        return law.gather(2, all.narrow(1, 1, length).unsqueeze(-1)).mean().neg();
    }

    /// <param name="tokens">[R, T].</param>
    /// <returns>[R, T, V].</returns>
    public Tensor LogProbabilities(Tensor tokens, Action<string, Tensor>? capture = null)
    {
        long length = tokens.shape[1];
        Tensor x = P("embed.W_E")[tokens];                                    // [R, T, d]
        if (_architecture.Positions == Positions.Learned)
        {
            x = x + P("pos_embed.W_pos").narrow(0, 0, length);
        }
        for (int i = 0; i < _architecture.Layers; i++)
        {
            string at = $"blocks.{i}.";
            x = x + Attend(at + "attn.", Norm(at + "ln1", x));
            capture?.Invoke(at + "hook_resid_mid", x);
            if (_architecture.DMlp == 0)
            {
                capture?.Invoke(at + "hook_resid_post", x);
                continue;
            }
            Tensor hidden = Norm(at + "ln2", x).matmul(P(at + "mlp.W_in")) + P(at + "mlp.b_in"); // [R, T, m]
            hidden = _architecture.Activation == Activation.Relu ? hidden.relu() : nn.functional.gelu(hidden);
            x = x + hidden.matmul(P(at + "mlp.W_out")) + P(at + "mlp.b_out");
            capture?.Invoke(at + "hook_resid_post", x);
        }
        Tensor final = Norm("ln_final", x);
        capture?.Invoke("ln_final", final);
        return (final.matmul(P("unembed.W_U")) + P("unembed.b_U")).log_softmax(-1);
    }

    private Tensor Attend(string at, Tensor x)
    {
        Tensor q = einsum("rtd,hdk->rhtk", x, P(at + "W_Q")) + P(at + "b_Q").unsqueeze(1); // [R, H, T, D]
        Tensor k = einsum("rtd,hdk->rhtk", x, P(at + "W_K")) + P(at + "b_K").unsqueeze(1);
        Tensor v = einsum("rtd,hdk->rhtk", x, P(at + "W_V")) + P(at + "b_V").unsqueeze(1);
        if (_architecture.Positions == Positions.Rotary)
        {
            (q, k) = (Turn(q), Turn(k));
        }
        Tensor scores = einsum("rhtk,rhsk->rhts", q, k) / Math.Sqrt(_architecture.DHead); // [R, H, T, T]
        Tensor future = ones_like(scores).triu(1).to(ScalarType.Bool);
        Tensor law = scores.masked_fill(future, float.NegativeInfinity).softmax(-1);
        return einsum("rhts,rhsk,hkd->rtd", law, v, P(at + "W_O")) + P(at + "b_O"); // [R, T, d]
    }

    // Each pair (i, i + D/2) as a complex number, turned by position·10000^(−2i/D).
    private Tensor Turn(Tensor x)
    {
        int length = (int)x.shape[2], half = _architecture.DHead / 2;
        Tensor angles = tensor(Enumerable.Range(0, length * half).Select(at => (float)((at / half) * Math.Pow(10000, -(double)(at % half) / half))).ToArray()).view(length, half);
        Tensor turned = complex(x.narrow(-1, 0, half), x.narrow(-1, half, half)) * polar(ones_like(angles), angles);
        return cat([turned.real, turned.imag], -1);
    }

    private Tensor Norm(string name, Tensor x)
    {
        if (_architecture.Normalization == Normalization.None)
        {
            return x;
        }
        Tensor centred = x - x.mean([-1], keepdim: true);
        Tensor variance = centred.square().mean([-1], keepdim: true);
        return (centred / (variance + 1e-5).sqrt() * P(name + ".w")) + P(name + ".b");
    }

    private Tensor P(string name) => _parameters[name];
}
