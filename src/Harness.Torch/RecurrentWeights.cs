using Harness.Beliefs;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A recurrent network's parameters and its forward pass over prefixes: block by block, and in each block length by length.</summary>
internal sealed class RecurrentWeights : NetworkWeights
{
    private readonly Recurrent _architecture;
    private readonly Tensor _embed;
    private readonly LayerNorm _final;
    private readonly Tensor _unembedWeight;
    private readonly Tensor _unembedBias;

    public RecurrentWeights(Recurrent architecture, RecurrentLayout layout, ReadOnlySpan<float> values, bool learns = false)
        : base(layout, values, learns)
    {
        _architecture = architecture;
        using DisposeScope scope = NewDisposeScope();
        _embed = Leaf("embed.W_E");
        Blocks = [.. Enumerable.Range(0, architecture.Layers).Select(layer => architecture.Block(this, Prefix(layer)))];
        _final = Norm("ln_final", architecture.HasFinalNorm);
        _unembedWeight = Leaf("unembed.W_U");
        _unembedBias = Leaf("unembed.b_U");
    }

    public IReadOnlyList<RecurrentBlock> Blocks { get; }

    public override IReadOnlyList<string> Hooks => _architecture.Hooks;

    public override int Width(string hook) => _architecture.Width(hook);

    /// <summary>The parameter of this name in its own shape.</summary>
    public Tensor Parameter(string name) => Leaf(name);

    /// <summary>The layer norm of this name.</summary>
    public LayerNorm LayerNorm(string name, bool exists) => Norm(name, exists);

    /// <summary>The MLP whose parameters begin like this.</summary>
    public Mlp Mlp(string prefix, Activation activation, bool normalised) => MlpOf(prefix, activation, normalised);

    public override double Learn(PrefixBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        int[] start = batch.LevelStart;
        Tensor[] parents = [.. Enumerable.Range(1, batch.Length - 1).Select(level => tensor(
            batch.Parents.AsSpan(start[level], start[level + 1] - start[level]).ToArray().Select(parent => (long)(parent - start[level - 1])).ToArray()))];
        Tensor logProbabilities = LogProbabilities(tensor(batch.Tokens), (block, drive) =>
        {
            Tensor[] states = new Tensor[batch.Length];
            Tensor before = zeros(start[1], block.StateWidth);                // [n, s]
            for (int level = 0; level < states.Length; level++)
            {
                states[level] = block.Step(drive.narrow(0, start[level], start[level + 1] - start[level]), before);
                before = level + 1 < states.Length ? states[level].index_select(0, parents[level]) : before;
            }
            return cat(states);                                               // [N, s]
        });
        Tensor loss = Loss(logProbabilities, batch);                          // []
        loss.backward();
        return loss.item<float>();
    }

    public override TreePass Pass(BeliefTree tree) => new RecurrentPass(this, tree);

    /// <summary>log P(next token) of n contexts, nats.</summary>
    /// <param name="tokens">[n] the last token of each context.</param>
    /// <param name="advance">The states [n, s] of a block after what the tokens bring [n, k].</param>
    /// <param name="capture">Sees each hook's activations in the order of the forward pass.</param>
    public Tensor LogProbabilities(Tensor tokens, Func<RecurrentBlock, Tensor, Tensor> advance, Action<string, Tensor>? capture = null)
    {
        Tensor x = _embed.index_select(0, tokens);                            // [n, d]
        capture?.Invoke("hook_embed", x);
        for (int layer = 0; layer < Blocks.Count; layer++)
        {
            string prefix = Prefix(layer);
            Tensor state = advance(Blocks[layer], Blocks[layer].Drive(x));    // [n, s]
            x = Blocks[layer].Leave(x, state, (hook, activations) => capture?.Invoke(prefix + hook, activations)); // [n, d]
        }
        if (_architecture.HasFinalNorm)
        {
            x = _final.Apply(x);
            capture?.Invoke("ln_final", x);
        }
        return nn.functional.log_softmax(_unembedBias.addmm(x, _unembedWeight), 1); // [n, V]
    }

    private static string Prefix(int layer) => FormattableString.Invariant($"blocks.{layer}.");
}
