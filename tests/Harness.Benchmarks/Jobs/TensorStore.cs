using static TorchSharp.torch;

namespace Harness.Benchmarks.Jobs;

/// <summary>Matrices of ones by their shape, each made once.</summary>
internal sealed class TensorStore
{
    private readonly Dictionary<(int, int), Tensor> _tensors = [];

    public Tensor this[(int Rows, int Columns) shape]
    {
        get
        {
            if (!_tensors.TryGetValue(shape, out Tensor? tensor))
            {
                _tensors[shape] = tensor = ones(shape.Rows, shape.Columns).DetachFromDisposeScope();
            }
            return tensor;
        }
    }
}
