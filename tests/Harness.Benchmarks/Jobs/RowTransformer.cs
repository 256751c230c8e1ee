using Harness.Activations;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Harness.Benchmarks.Jobs;

/// <summary>The transformer of the paper as an ordinary module over whole rows: one head, ReLU, layer norm before each part.</summary>
internal sealed class RowTransformer : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> embed;
    private readonly Parameter position;
    private readonly ModuleList<RowBlock> blocks;
    private readonly Module<Tensor, Tensor> final;
    private readonly Module<Tensor, Tensor> unembed;
    private readonly Tensor mask;

    public RowTransformer(int vocabulary, int window, int width, int layers, int inner, int hidden)
        : base(nameof(RowTransformer))
    {
        embed = Embedding(vocabulary, width);
        position = Parameter(zeros(window, width));
        blocks = ModuleList([.. Enumerable.Range(0, layers).Select(_ => new RowBlock(width, inner, hidden))]);
        (final, unembed) = (LayerNorm(width), Linear(width, vocabulary));
        mask = full(1, window, window, float.NegativeInfinity).triu(1);
        RegisterComponents();
    }

    /// <param name="tokens">[R, T].</param>
    /// <returns>[R, T, V] logits.</returns>
    public override Tensor forward(Tensor tokens)
    {
        Tensor x = embed.forward(tokens) + position;                          // [R, T, d]
        foreach (RowBlock block in blocks)
        {
            x = block.forward(x, mask);
        }
        return unembed.forward(final.forward(x));
    }

    /// <summary>Takes over weights with TransformerLens names and shapes.</summary>
    public void Take(IReadOnlyList<NamedTensor> weights)
    {
        using IDisposable frozen = no_grad();
        Dictionary<string, Tensor> known = weights.ToDictionary(weight => weight.Name, weight => tensor(weight.Values).view([.. weight.Shape.Select(size => (long)size)]));
        Dictionary<string, Parameter> own = named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter);
        Set("embed.weight", known["embed.W_E"]);
        Set("position", known["pos_embed.W_pos"]);
        Norm("final", "ln_final");
        Set("unembed.weight", known["unembed.W_U"].t());
        Set("unembed.bias", known["unembed.b_U"]);
        for (int i = 0; i < blocks.Count; i++)
        {
            string from = $"blocks.{i}.", to = from;
            Norm(to + "ln1", from + "ln1");
            Norm(to + "ln2", from + "ln2");
            Set(to + "qkv.weight", cat([.. "QKV".Select(kind => known[$"{from}attn.W_{kind}"].squeeze(0).t())]));
            Set(to + "qkv.bias", cat([.. "QKV".Select(kind => known[$"{from}attn.b_{kind}"].squeeze(0))]));
            Set(to + "result.weight", known[from + "attn.W_O"].squeeze(0).t());
            Set(to + "result.bias", known[from + "attn.b_O"]);
            Set(to + "enter.weight", known[from + "mlp.W_in"].t());
            Set(to + "enter.bias", known[from + "mlp.b_in"]);
            Set(to + "leave.weight", known[from + "mlp.W_out"].t());
            Set(to + "leave.bias", known[from + "mlp.b_out"]);
        }

        void Norm(string name, string theirs)
        {
            Set(name + ".weight", known[theirs + ".w"]);
            Set(name + ".bias", known[theirs + ".b"]);
        }

        void Set(string name, Tensor value) => own[name].copy_(value);
    }
}
