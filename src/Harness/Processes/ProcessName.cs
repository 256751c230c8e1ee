namespace Harness.Processes;

/// <summary>What a process is called, and what its tokens are called.</summary>
/// <param name="Id">Of the family, or of the composition.</param>
/// <param name="Parameters">The numbers that were filled in; none for a composition without a file of its own.</param>
/// <param name="Symbols">The alphabet, in the order of tokens.</param>
internal sealed record ProcessName(string Id, IReadOnlyDictionary<string, double> Parameters, IReadOnlyList<string> Symbols)
{
    private static readonly Dictionary<string, double> None = [];

    /// <summary>The name of a composition without a file of its own.</summary>
    public ProcessName(string id, IReadOnlyList<string> symbols)
        : this(id, None, symbols)
    {
    }
}
