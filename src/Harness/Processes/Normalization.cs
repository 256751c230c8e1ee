namespace Harness.Processes;

/// <summary>What is done to the written weights before they are the matrices.</summary>
internal enum Normalization
{
    /// <summary>Nothing: they are the entries of the matrices.</summary>
    None,

    /// <summary>They are divided by the total weight of leaving their state.</summary>
    Rows,

    /// <summary>They are divided by the spectral radius of their sum over the symbols.</summary>
    Spectral,
}
