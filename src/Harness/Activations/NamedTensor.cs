namespace Harness.Activations;

/// <summary>Numbers with a name and a shape, row-major: how weights and activations leave and enter.</summary>
internal sealed record NamedTensor(string Name, int[] Shape, float[] Values)
{
    /// <summary>How many numbers the shape holds.</summary>
    public static long CountOf(IEnumerable<int> shape) => shape.Aggregate(1L, (product, size) => product * size);
}
