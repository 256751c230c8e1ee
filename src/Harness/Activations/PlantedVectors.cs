namespace Harness.Activations;

/// <summary>The vectors of a planted code, one for each node of a tree.</summary>
internal sealed record PlantedVectors(int Width, PlantedVectors.Fill Write)
{
    /// <summary>Writes the vector of a node into a span of <see cref="Width"/> numbers.</summary>
    public delegate void Fill(int node, Span<double> vector);
}
