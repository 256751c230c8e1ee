using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process file with numbers for its names and its states and symbols written out, before there are matrices.</summary>
/// <param name="At">The file's scope.</param>
internal sealed record FamilyMember(ProcessFile File, IReadOnlyDictionary<string, double> Names, LabelList Symbols, LabelList States, Scope At)
{
    /// <summary>The most entries that the matrices of a process may have together.</summary>
    public const int MaxEntries = 1 << 24;

    /// <summary>The parameters' values in words, for messages.</summary>
    public string Given => Definitions.Describe(File, Names);

    /// <returns>Null when anything about states, symbols and sizes was reported.</returns>
    public static FamilyMember? Of(ProcessFile file, IReadOnlyDictionary<string, double> names, Scope at)
    {
        int before = at.Reports;
        LabelList? symbols = LabelList.Of(file.Symbols, "symbol", ProcessCheck.MaxSymbols, names, at["symbols"]);
        LabelList? states = LabelList.Of(file.States, "state", ProcessCheck.MaxStates, names, at["states"]);
        if (symbols is null || states is null)
        {
            return null;
        }
        FamilyMember member = new(file, names, symbols, states, at);
        member.Sizes();
        return at.Reports == before ? member : null;
    }

    private void Sizes()
    {
        long entries = (long)States.Count * States.Count * Symbols.Count;
        if (entries > MaxEntries)
        {
            At["states"].Report(Problems.TooLarge(
                FormattableString.Invariant($"{States.Count} states and {Symbols.Count} symbols make {entries} matrix entries."), FormattableString.Invariant($"Use at most {MaxEntries} entries.")));
        }
        if (File.Kind == ProcessKind.Ghmm && States.Count > Gauge.MaxStates)
        {
            At["states"].Report(Problems.TooLarge(
                FormattableString.Invariant($"There are {States.Count} states."), FormattableString.Invariant($"Use at most {Gauge.MaxStates} in a generalised model.")));
        }
        if (File.Transitions.Matrices is not { } matrices)
        {
            return;
        }
        Scope at = At["transitions"];
        foreach (string missing in Symbols.Names.Where(symbol => !matrices.ContainsKey(symbol)))
        {
            at.Report(Problems.MissingSymbol(missing));
        }
        foreach ((string symbol, IReadOnlyList<IReadOnlyList<Scalar>> matrix) in matrices)
        {
            if (Symbols.IndexOf(symbol) < 0)
            {
                at.NameOf(symbol).Report(Problems.UnknownSymbol(symbol));
            }
            if (matrix.Count != States.Count)
            {
                at[symbol].Report(Problems.WrongShape("rows, one for each state", States.Count, matrix.Count));
            }
            for (int row = 0; row < matrix.Count; row++)
            {
                if (matrix[row].Count != States.Count)
                {
                    at[symbol][row].Report(Problems.WrongShape("entries, one for each state", States.Count, matrix[row].Count));
                }
            }
        }
    }
}
