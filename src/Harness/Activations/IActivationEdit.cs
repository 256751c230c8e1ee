namespace Harness.Activations;

/// <summary>Changes activations while a network is evaluated; everything computed after that sees what it wrote.</summary>
internal interface IActivationEdit
{
    /// <summary>The hook whose activations it changes.</summary>
    string Hook { get; }

    /// <summary>True for the contexts that it changes.</summary>
    bool Changes(int node);

    /// <summary>Changes some rows in place.</summary>
    /// <param name="firstNode">The tree node of the first row.</param>
    /// <param name="count">Number of rows: consecutive contexts of one length.</param>
    /// <param name="activations">Rows × width, row-major.</param>
    void Apply(int firstNode, int count, Span<float> activations);
}
