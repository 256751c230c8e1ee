namespace Harness.Torch;

/// <summary>The nonlinearity of the MLP; gelu is the exact one, x·Φ(x).</summary>
internal enum Activation
{
    Relu,
    Gelu,
}
