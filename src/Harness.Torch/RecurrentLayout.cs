using Harness.Numerics;

namespace Harness.Torch;

/// <summary>The parameter table of a recurrent network.</summary>
/// <remarks>
/// <c>embed.W_E</c> [V, d] standard normal; the blocks' own; <c>unembed.W_U</c> [d, V] and <c>unembed.b_U</c> [V] uniform within 1/√d: the
/// initial values of PyTorch's embedding and linear layers.
/// </remarks>
internal sealed class RecurrentLayout : ParameterTable
{
    public RecurrentLayout(Recurrent architecture, int vocabulary)
        : base(vocabulary, int.MaxValue)
    {
        int d = architecture.DModel;
        double bound = 1 / Math.Sqrt(d);
        Contiguous("embed.W_E", [vocabulary, d], Normal(1));
        for (int layer = 0; layer < architecture.Layers; layer++)
        {
            architecture.AddBlock(this, FormattableString.Invariant($"blocks.{layer}."));
        }
        if (architecture.HasFinalNorm)
        {
            Norm("ln_final", d);
        }
        Contiguous("unembed.W_U", [d, vocabulary], Uniform(bound));
        Contiguous("unembed.b_U", [vocabulary], Uniform(bound));
    }

    /// <summary>Values uniform within a bound.</summary>
    public void UniformWithin(string name, double bound, params int[] shape) => Contiguous(name, shape, Uniform(bound));

    /// <summary>Normal values.</summary>
    public void NormalWith(string name, double deviation, params int[] shape) => Contiguous(name, shape, Normal(deviation));

    /// <summary>Zeros.</summary>
    public void Zero(string name, params int[] shape) => Contiguous(name, shape, Constant(0));

    /// <summary>Gain 1 and bias 0 of a layer norm.</summary>
    public void Norm(string name, int width)
    {
        Contiguous(name + ".w", [width], Constant(1));
        Contiguous(name + ".b", [width], Constant(0));
    }

    /// <summary>Values drawn by a formula.</summary>
    public void Drawn(string name, Func<RandomStream, double> initial, params int[] shape) => Contiguous(name, shape, initial);
}
