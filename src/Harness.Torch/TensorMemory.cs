using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The elements of a contiguous float tensor, in place.</summary>
internal static class TensorMemory
{
    public static Span<float> Floats(this Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
