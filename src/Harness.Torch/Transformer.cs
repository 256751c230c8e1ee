using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Torch;

/// <summary>A decoder-only transformer with the conventions of TransformerLens.</summary>
/// <remarks>
/// Causal attention with scale 1/√d_head, pre-layer-norm, learned positions, untied embedding and unembedding, biases everywhere,
/// a final layer norm. No token stands before the first one.
/// </remarks>
/// <param name="DMlp">Width of the MLP; 0 makes an attention-only network, whose <c>hook_resid_post</c> is its <c>hook_resid_mid</c>.</param>
/// <param name="Context">Number of positions; null: the window.</param>
internal sealed record Transformer(
    int Layers,
    int Heads,
    int DModel,
    int DHead,
    int DMlp,
    Activation Activation = Activation.Relu,
    Normalization Normalization = Normalization.PreLayerNorm,
    Positions Positions = Positions.Learned,
    int? Context = null) : LearnedArchitecture
{
    public override IReadOnlyList<string> Hooks
    {
        get
        {
            List<string> hooks = ["hook_embed"];
            if (Positions == Positions.Learned)
            {
                hooks.Add("hook_pos_embed");
            }
            for (int layer = 0; layer < Layers; layer++)
            {
                hooks.AddRange([$"blocks.{layer}.hook_resid_pre", $"blocks.{layer}.hook_resid_mid", $"blocks.{layer}.hook_resid_post"]);
            }
            if (Normalization == Normalization.PreLayerNorm)
            {
                hooks.Add("ln_final");
            }
            return hooks;
        }
    }

    public override int Width(string hook) => DModel;

    public override void Check(Scope at, int window)
    {
        at["layers"].InRange(Layers, 1, 64);
        at["heads"].InRange(Heads, 1, 64);
        at["dModel"].InRange(DModel, 1, 4096);
        at["dHead"].InRange(DHead, 1, 1024);
        at["dMlp"].InRange(DMlp, 0, 16384);
        if (Positions == Positions.Rotary && DHead % 2 != 0)
        {
            at["dHead"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"Rotary positions turn pairs of coordinates, and dHead is {DHead}."), "Use an even dHead, or other positions."));
        }
        if (Context is { } context)
        {
            at["context"].InRange(context, 1, 1024);
            if (context < window)
            {
                at["context"].Report(Problems.WindowTooLong(window, context));
            }
        }
        long parameters = (long)Layers * DModel * ((4L * Heads * DHead) + (2L * DMlp));
        if (parameters > MostParameters)
        {
            at.Report(Problems.TooLarge(
                FormattableString.Invariant($"The architecture has more than {parameters} parameters; at most {MostParameters} are trained here."),
                "Use fewer layers or smaller dimensions."));
        }
    }

    public override ParameterTable Table(BeliefTree tree) => Layout(tree);

    public TransformerLayout Layout(BeliefTree tree) => new(this, tree.Process.SymbolCount, Context ?? tree.Depth);

    public override NetworkWeights Weights(BeliefTree tree, ReadOnlySpan<float> parameters, bool learns) => new TransformerWeights(Layout(tree), parameters, learns);
}
