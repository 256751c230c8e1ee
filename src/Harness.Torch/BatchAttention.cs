using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Attention within a whole prefix tree at once, for training.</summary>
/// <remarks>
/// The kernel is not known to automatic differentiation, so the graph is cut at each block's attention: the block goes on from fresh leaves,
/// and <see cref="Backward"/> carries the gradient over each cut, from the last block to the first.
/// </remarks>
internal sealed class BatchAttention(PrefixBatch batch, Transformer architecture) : ContextAttention
{
    private readonly AttentionKernel _kernel = new(architecture.Heads, architecture.DHead, batch.Length);
    private readonly Stack<Cut> _cuts = [];

    private sealed record Cut(Tensor Stream, Tensor Qkv, Tensor NextStream, Tensor Mixed, float[] Laws);

    public override (Tensor Stream, Tensor Mixed) Apply(int layer, Tensor stream, Tensor qkv)
    {
        int n = batch.Tokens.Length;
        float[] laws = new float[n * architecture.Heads * batch.Length];
        Tensor mixed = empty(n, architecture.Heads * architecture.DHead);     // [N, H·D]
        _kernel.Forward(qkv.Floats(), batch.Parents, qkv.Floats(), batch.Parents, mixed.Floats(), laws);
        Cut cut = new(stream, qkv, stream.detach().requires_grad_(), mixed.requires_grad_(), laws);
        _cuts.Push(cut);
        return (cut.NextStream, cut.Mixed);
    }

    /// <summary>To be called after the backward pass of the last piece.</summary>
    public void Backward()
    {
        while (_cuts.TryPop(out Cut? cut))
        {
            Tensor slope = empty_like(cut.Qkv, requires_grad: false);         // [N, 3·H·D]
            _kernel.Backward(cut.Qkv.Floats(), batch.Parents, cut.Laws, cut.Mixed.grad!.contiguous().Floats(), slope.Floats());
            autograd.backward([cut.Stream, cut.Qkv], [cut.NextStream.grad!, slope]);
        }
    }
}
