using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>One layer of a recurrent network in three parts, so that only the middle one must go from parents to children.</summary>
internal abstract class RecurrentBlock
{
    /// <summary>Width of the state that a context hands to its children.</summary>
    public abstract int StateWidth { get; }

    /// <summary>What the stream brings to the state, each context alone: [n, d] → [n, k].</summary>
    public abstract Tensor Drive(Tensor stream);

    /// <summary>The state after a token, from what the token brings [n, k] and the parent's state [n, StateWidth].</summary>
    public abstract Tensor Step(Tensor drive, Tensor state);

    /// <summary>The stream that leaves the block [n, d], each context alone.</summary>
    /// <param name="capture">Sees the block's hooks by their last names.</param>
    public abstract Tensor Leave(Tensor stream, Tensor state, Action<string, Tensor> capture);
}
