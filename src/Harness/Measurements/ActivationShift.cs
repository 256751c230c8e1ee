using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Adds a vector of its own to the activations of every context of one length.</summary>
/// <param name="firstNode">The first context of that length.</param>
/// <param name="shifts">One for each of them; null where nothing is changed.</param>
internal sealed class ActivationShift(string hook, int firstNode, double[]?[] shifts) : IActivationEdit
{
    public string Hook => hook;

    public bool Changes(int node) => node >= firstNode && node < firstNode + shifts.Length && shifts[node - firstNode] is not null;

    public void Apply(int firstNodeOfBlock, int count, Span<float> activations)
    {
        int width = activations.Length / count;
        for (int row = 0; row < count; row++)
        {
            if (Changes(firstNodeOfBlock + row))
            {
                double[] shift = shifts[firstNodeOfBlock + row - firstNode]!;
                for (int i = 0; i < width; i++)
                {
                    activations[(row * width) + i] += (float)shift[i];
                }
            }
        }
    }
}
