using Harness.Specs;

namespace Harness.Torch;

/// <summary>A diagonal state-space model: a linear recurrence with complex diagonal, then a position-wise MLP, in residual blocks.</summary>
/// <remarks>
/// h' = λ∘h + γ∘B·ln1(x), with λ = exp(−exp(ν) + iθ) and γ = √(1 − |λ|²); mid = x + Re(C h') + D∘ln1(x); post = mid + MLP(ln2(mid)). The linear
/// recurrent unit of Orvieto et al. 2023: |λ|² uniform in [0.01, 0.99] and θ uniform in [0, 2π) at the start, B and C normal with variance
/// 1/(2·inputs) and 1/states, D normal. The only nonlinearity is the MLP, which sees one context at a time. h' is the block's
/// <c>hook_state</c>, real parts and then imaginary ones.
/// </remarks>
/// <param name="DState">Number of complex state coordinates.</param>
internal sealed record StateSpace(
    int Layers, int DModel, int DState, int DMlp, Activation Activation = Activation.Relu, Normalization Normalization = Normalization.PreLayerNorm)
    : Recurrent(Layers, DModel)
{
    private const double LeastSquare = 0.01;
    private const double MostSquare = 0.99;

    public override bool HasFinalNorm => Normalization == Normalization.PreLayerNorm;

    protected override IReadOnlyList<(string Name, int Width)> BlockHooks =>
        [("hook_resid_pre", DModel), ("hook_state", 2 * DState), ("hook_resid_mid", DModel), ("hook_resid_post", DModel)];

    public override void Check(Scope at, int window)
    {
        base.Check(at, window);
        at["dState"].InRange(DState, 1, 4096);
        at["dMlp"].InRange(DMlp, 1, 16384);
    }

    public override void AddBlock(RecurrentLayout table, string prefix)
    {
        if (HasFinalNorm)
        {
            table.Norm(prefix + "ln1", DModel);
            table.Norm(prefix + "ln2", DModel);
        }
        // |λ| = exp(−exp(ν)), so that ν = ln(−½ ln |λ|²).
        table.Drawn(prefix + "ssm.nu", random => Math.Log(-0.5 * Math.Log(LeastSquare + ((MostSquare - LeastSquare) * random.NextDouble()))), DState);
        table.Drawn(prefix + "ssm.theta", random => 2 * Math.PI * random.NextDouble(), DState);
        table.NormalWith(prefix + "ssm.B", 1 / Math.Sqrt(2.0 * DModel), DModel, 2 * DState);
        table.NormalWith(prefix + "ssm.C", 1 / Math.Sqrt(DState), 2 * DState, DModel);
        table.NormalWith(prefix + "ssm.D", 1, DModel);
        table.NormalWith(prefix + "mlp.W_in", 0.8 / Math.Sqrt(DModel), DModel, DMlp);
        table.Zero(prefix + "mlp.b_in", DMlp);
        table.NormalWith(prefix + "mlp.W_out", 0.8 / Math.Sqrt(DModel), DMlp, DModel);
        table.Zero(prefix + "mlp.b_out", DModel);
    }

    public override RecurrentBlock Block(RecurrentWeights weights, string prefix) => new StateSpaceBlock(this, weights, prefix);
}
