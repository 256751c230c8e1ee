using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Harness.Testing;

/// <summary>A short difference of two texts, line by line: − expected, + actual.</summary>
internal static class InlineDiff
{
    private const int MostLines = 20;

    public static string Of(string expected, string actual)
    {
        List<string> changed = [];
        int line = 0;
        foreach (DiffPiece piece in InlineDiffBuilder.Diff(expected, actual, ignoreWhiteSpace: false).Lines)
        {
            line += piece.Type == ChangeType.Deleted ? 0 : 1;
            if (piece.Type is ChangeType.Deleted or ChangeType.Inserted)
            {
                changed.Add(FormattableString.Invariant($"{line,5} {(piece.Type == ChangeType.Deleted ? '-' : '+')} {piece.Text}"));
            }
        }
        string shown = string.Join('\n', changed.Take(MostLines));
        return changed.Count <= MostLines ? shown : shown + FormattableString.Invariant($"\n      … and {changed.Count - MostLines} more lines");
    }
}
