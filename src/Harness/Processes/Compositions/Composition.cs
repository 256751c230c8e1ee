using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A process made of other processes; whatever names a process may hold one. The kinds are found by type.</summary>
internal abstract record Composition
{
    /// <summary>The most joint tokens: what a token of 16 bits can hold.</summary>
    public const int MostSymbols = 65_535;

    /// <summary>A readable name, which is the id of the process where no file gives it one.</summary>
    public abstract string Label { get; }

    /// <summary>The process, all parts made.</summary>
    /// <param name="at">The composition: problems are placed in it, those of other files in these.</param>
    /// <returns>Null when anything was reported.</returns>
    /// <exception cref="CompositionException">Theory does not allow it, or it would be too large.</exception>
    public abstract LinearProcess? Make(References references, Scope at);

    /// <summary>All parts of a list, with the problems of all; null when one of them could not be made.</summary>
    protected static IReadOnlyList<LinearProcess>? MakeAll(IReadOnlyList<ProcessReference> parts, References references, Func<int, Scope> at)
    {
        LinearProcess[] made = [.. parts.Select((part, i) => references.Make(part, at(i))).OfType<LinearProcess>()];
        return made.Length == parts.Count ? made : null;
    }

    /// <summary>Reports names that no symbol can have, and names that stand twice.</summary>
    protected static void CheckSymbols(IReadOnlyList<string> symbols, Func<int, Scope> at)
    {
        for (int i = 0; i < symbols.Count; i++)
        {
            if (!LabelList.IsUsable(symbols[i]))
            {
                at(i).Report(Problems.BadLabel("symbol", symbols[i]));
            }
            if (symbols.Take(i).Contains(symbols[i]))
            {
                at(i).Report(Problems.Duplicate("symbol", $"'{symbols[i]}'"));
            }
        }
    }
}
