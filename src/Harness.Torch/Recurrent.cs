using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Torch;

/// <summary>A network that reads tokens one by one and carries a state: each context's state is made from its parent's.</summary>
/// <remarks>Tokens are embedded, pass through the blocks and are read out linearly. There are no positions, so any window fits.</remarks>
/// <param name="DModel">Width of the embedding and of what each block hands on.</param>
internal abstract record Recurrent(int Layers, int DModel) : LearnedArchitecture
{
    /// <summary>Hooks of one block by their last name, in the order of the forward pass, with their widths.</summary>
    protected abstract IReadOnlyList<(string Name, int Width)> BlockHooks { get; }

    /// <summary>True when a layer norm stands before the read-out.</summary>
    public virtual bool HasFinalNorm => false;

    public override IReadOnlyList<string> Hooks =>
    [
        "hook_embed",
        .. Enumerable.Range(0, Layers).SelectMany(layer => BlockHooks.Select(hook => FormattableString.Invariant($"blocks.{layer}.{hook.Name}"))),
        .. HasFinalNorm ? new[] { "ln_final" } : [],
    ];

    public override int Width(string hook)
    {
        string last = hook.Split('.')[^1];
        return BlockHooks.Where(own => own.Name == last).Select(own => own.Width).FirstOrDefault(DModel);
    }

    public override void Check(Scope at, int window)
    {
        at["layers"].InRange(Layers, 1, 64);
        at["dModel"].InRange(DModel, 1, 4096);
    }

    /// <summary>Adds the parameters of a block whose names begin like this.</summary>
    public abstract void AddBlock(RecurrentLayout table, string prefix);

    /// <summary>The block whose parameters begin like this.</summary>
    public abstract RecurrentBlock Block(RecurrentWeights weights, string prefix);

    public override ParameterTable Table(BeliefTree tree) => new RecurrentLayout(this, tree.Process.SymbolCount);

    public override NetworkWeights Weights(BeliefTree tree, ReadOnlySpan<float> parameters, bool learns) =>
        new RecurrentWeights(this, new RecurrentLayout(this, tree.Process.SymbolCount), parameters, learns);
}
