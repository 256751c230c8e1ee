using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>NetworkWeights.One block of <see cref="StateSpace"/>; its state is Re h and then Im h.</summary>
internal sealed class StateSpaceBlock(StateSpace architecture, RecurrentWeights weights, string prefix) : RecurrentBlock
{
    private readonly LayerNorm _ln1 = weights.LayerNorm(prefix + "ln1", architecture.HasFinalNorm);
    private readonly Tensor _nu = weights.Parameter(prefix + "ssm.nu");
    private readonly Tensor _theta = weights.Parameter(prefix + "ssm.theta");
    private readonly Tensor _in = weights.Parameter(prefix + "ssm.B");
    private readonly Tensor _out = weights.Parameter(prefix + "ssm.C");
    private readonly Tensor _skip = weights.Parameter(prefix + "ssm.D");
    private readonly Mlp _mlp = weights.Mlp(prefix, architecture.Activation, architecture.HasFinalNorm);

    public override int StateWidth => 2 * architecture.DState;

    // |λ|, [N].
    private Tensor Size => _nu.exp().neg().exp();

    public override Tensor Drive(Tensor stream)
    {
        Tensor size = Size;                                                   // [N]
        Tensor gain = size.mul(size).neg().add(NetworkWeights.One).sqrt();    // [N] √(1 − |λ|²)
        return _ln1.Apply(stream).matmul(_in).mul(cat([gain, gain]));         // [n, 2·N]
    }

    public override Tensor Step(Tensor drive, Tensor state)
    {
        int half = architecture.DState;
        Tensor size = Size;                                                   // [N]
        Tensor along = size.mul(_theta.cos()), across = size.mul(_theta.sin()); // [N]
        Tensor real = state.narrow(1, 0, half), imaginary = state.narrow(1, half, half); // [n, N]
        Tensor turned = cat([along.mul(real).sub(across.mul(imaginary)), across.mul(real).add(along.mul(imaginary), NetworkWeights.One)], 1);
        return drive.add(turned, NetworkWeights.One);                                        // [n, 2·N]
    }

    public override Tensor Leave(Tensor stream, Tensor state, Action<string, Tensor> capture)
    {
        capture("hook_resid_pre", stream);
        capture("hook_state", state);
        Tensor mid = stream.add(state.matmul(_out), NetworkWeights.One).add(_ln1.Apply(stream).mul(_skip), NetworkWeights.One); // [n, d]
        capture("hook_resid_mid", mid);
        Tensor post = _mlp.Apply(mid);                                        // [n, d]
        capture("hook_resid_post", post);
        return post;
    }
}
