using Harness.Specs;

namespace Harness.Processes;

/// <summary>Checks of a process file that need no numbers: names, sizes and shapes.</summary>
internal static class ProcessCheck
{
    public const int MaxSymbols = 255;
    public const int MaxStates = 1024;
    public const int MaxNames = 256;

    public static void Check(ProcessFile process, Scope at)
    {
        if (!IsId(process.Id))
        {
            at["id"].Report(Problems.BadId(process.Id));
        }
        Labels(process.Symbols, "symbol", MaxSymbols, at["symbols"]);
        Labels(process.States, "state", MaxStates, at["states"]);
        Names(process, at);
        if (process.Symbols.Count > MaxSymbols || process.States.Count > MaxStates)
        {
            return;
        }
        Transitions(process, at["transitions"]);
        for (int i = 0; i < (process.Known?.Count ?? 0); i++)
        {
            if (process.Known![i].Stationary is { } stationary && stationary.Count != process.States.Count)
            {
                at["known"][i]["stationary"].Report(Problems.WrongShape("probabilities, one for each state", process.States.Count, stationary.Count));
            }
        }
    }

    /// <summary>Lower-case words and digits with single hyphens between them.</summary>
    public static bool IsId(string id) =>
        id.Length <= 64 && id.Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));

    private static void Labels(IReadOnlyList<string> labels, string what, int most, Scope at)
    {
        if (labels.Count == 0)
        {
            at.Report(Problems.Empty(what + "s", $"Name at least one {what}."));
        }
        if (labels.Count > most)
        {
            at.Report(Problems.TooLarge(FormattableString.Invariant($"There are {labels.Count} {what}s."), FormattableString.Invariant($"Use at most {most}.")));
        }
        HashSet<string> seen = [];
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i].Length is 0 or > 64 || labels[i].Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is ',' or ';'))
            {
                at[i].Report(Problems.BadLabel(what, labels[i]));
            }
            if (!seen.Add(labels[i]))
            {
                at[i].Report(Problems.Duplicate(what, $"'{labels[i]}'"));
            }
        }
    }

    private static void Names(ProcessFile process, Scope at)
    {
        Names(process.Parameters?.Keys, at["parameters"]);
        Names(process.Let?.Keys, at["let"]);
        foreach (string name in (process.Let?.Keys ?? []).Where(name => process.Parameters?.ContainsKey(name) == true))
        {
            at["let"].NameOf(name).Report(Problems.Duplicate("name", $"'{name}'"));
        }
    }

    private static void Names(IEnumerable<string>? names, Scope at)
    {
        int count = names?.Count() ?? 0;
        if (count > MaxNames)
        {
            at.Report(Problems.TooLarge(FormattableString.Invariant($"There are {count} names."), FormattableString.Invariant($"Use at most {MaxNames}.")));
        }
        foreach (string name in (names ?? []).Where(name => !ExpressionParser.IsName(name)))
        {
            at.NameOf(name).Report(Problems.BadName(name));
        }
    }

    private static void Transitions(ProcessFile process, Scope at)
    {
        int states = process.States.Count;
        foreach (string missing in process.Symbols.Where(symbol => !process.Transitions.ContainsKey(symbol)))
        {
            at.Report(Problems.MissingSymbol(missing));
        }
        foreach ((string symbol, IReadOnlyList<IReadOnlyList<Scalar>> matrix) in process.Transitions)
        {
            if (!process.Symbols.Contains(symbol))
            {
                at.NameOf(symbol).Report(Problems.UnknownSymbol(symbol));
            }
            if (matrix.Count != states)
            {
                at[symbol].Report(Problems.WrongShape("rows, one for each state", states, matrix.Count));
            }
            for (int row = 0; row < matrix.Count; row++)
            {
                if (matrix[row].Count != states)
                {
                    at[symbol][row].Report(Problems.WrongShape("entries, one for each state", states, matrix[row].Count));
                }
            }
        }
    }
}
