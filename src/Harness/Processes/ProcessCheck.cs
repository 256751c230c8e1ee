using Harness.Specs;

namespace Harness.Processes;

/// <summary>Checks of a process file that need no numbers: id, names and indices.</summary>
internal static class ProcessCheck
{
    public const int MaxSymbols = 255;
    public const int MaxStates = 1024;
    public const int MaxNames = 256;

    public static void Check(ProcessFile process, Scope at)
    {
        Identity(process, at);
        Indices(process, at);
        if (process is { Kind: ProcessKind.Hmm, Normalization: Normalization.Spectral })
        {
            at["normalization"].Report(Problems.Inconsistent(
                "Dividing by the spectral radius does not make the rows of a hidden Markov model sum to 1.", "Write \"rows\", or \"kind\": \"ghmm\"."));
        }
    }

    /// <summary>Checks what every process file has: its id and the names of its parameters and abbreviations.</summary>
    public static void Identity(IProcessFamily process, Scope at)
    {
        if (!IsId(process.Id))
        {
            at["id"].Report(Problems.BadId(process.Id));
        }
        Names(process, at);
    }

    /// <summary>Lower-case words and digits with single hyphens between them.</summary>
    public static bool IsId(string id) =>
        id.Length <= 64 && id.Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));

    private static void Names(IProcessFamily process, Scope at)
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

    private static void Indices(ProcessFile process, Scope at)
    {
        HashSet<string> taken = [.. process.Parameters?.Keys ?? [], .. process.Let?.Keys ?? []];
        Indices(process.Symbols.Select(label => label.For), taken, at["symbols"]);
        Indices(process.States.Select(label => label.For), taken, at["states"]);
        Indices((process.Transitions.Edges ?? []).Select(edge => edge.For), taken, at["transitions"]);
        Indices((process.Start ?? []).Select(weight => weight.For), taken, at["start"]);
    }

    private static void Indices(IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<Scalar>>?> repetitions, HashSet<string> taken, Scope list)
    {
        int item = 0;
        foreach (IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? ranges in repetitions)
        {
            Scope at = list[item++]["for"];
            foreach ((string index, IReadOnlyList<Scalar> range) in ranges ?? new Dictionary<string, IReadOnlyList<Scalar>>())
            {
                if (!ExpressionParser.IsName(index))
                {
                    at.NameOf(index).Report(Problems.BadName(index));
                }
                if (taken.Contains(index))
                {
                    at.NameOf(index).Report(Problems.Duplicate("name", $"'{index}'"));
                }
                if (range.Count != 2)
                {
                    at[index].Report(Problems.WrongShape("ends of a range, the first and the last value", 2, range.Count));
                }
            }
        }
    }
}
