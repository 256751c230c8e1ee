using Harness.Numerics;

namespace Harness.Torch;

/// <summary>One named parameter tensor and where its elements lie in the flat buffer.</summary>
/// <param name="Name">The name that others know it by, such as <c>blocks.0.attn.W_Q</c>.</param>
/// <param name="Shape">Its shape under that name, such as [heads, d_model, d_head].</param>
/// <param name="Offset">Flat index of the first element.</param>
/// <param name="Strides">Flat distance between neighbours along each dimension.</param>
/// <param name="Initial">Draws the initial value of an element; constants draw nothing.</param>
internal sealed record NamedParameter(string Name, int[] Shape, int Offset, int[] Strides, Func<RandomStream, double> Initial)
{
    public int Count => Shape.Aggregate(1, (product, size) => product * size);

    /// <summary>Flat indices of all elements, the last dimension running fastest.</summary>
    public IEnumerable<int> Indices()
    {
        int[] at = new int[Shape.Length];
        int flat = Offset;
        for (int left = Count; left > 0; left--)
        {
            yield return flat;
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                flat += Strides[d];
                if (++at[d] < Shape[d])
                {
                    break;
                }
                flat -= Strides[d] * Shape[d];
                at[d] = 0;
            }
        }
    }
}
