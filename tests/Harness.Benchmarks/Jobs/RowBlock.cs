using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Harness.Benchmarks.Jobs;

/// <summary>One block of <see cref="RowTransformer"/>.</summary>
internal sealed class RowBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly double _scale;
    private readonly Module<Tensor, Tensor> ln1;
    private readonly Module<Tensor, Tensor> ln2;
    private readonly Module<Tensor, Tensor> qkv;
    private readonly Module<Tensor, Tensor> result;
    private readonly Module<Tensor, Tensor> enter;
    private readonly Module<Tensor, Tensor> leave;

    public RowBlock(int width, int inner, int hidden)
        : base(nameof(RowBlock))
    {
        _scale = 1 / Math.Sqrt(inner);
        (ln1, ln2) = (LayerNorm(width), LayerNorm(width));
        (qkv, result, enter, leave) = (Linear(width, 3 * inner), Linear(inner, width), Linear(width, hidden), Linear(hidden, width));
        RegisterComponents();
    }

    /// <param name="x">[R, T, d].</param>
    /// <param name="mask">[1, T, T].</param>
    public override Tensor forward(Tensor x, Tensor mask)
    {
        Tensor[] parts = qkv.forward(ln1.forward(x)).chunk(3, -1);            // [R, T, D] each: one head
        Tensor law = ((parts[0].bmm(parts[1].transpose(1, 2)) * _scale) + mask).softmax(-1); // [R, T, T]
        x = x + result.forward(law.bmm(parts[2]));
        return x + leave.forward(enter.forward(ln2.forward(x)).relu());
    }
}
