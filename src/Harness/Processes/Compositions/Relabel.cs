using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>Symbols under other names; equal names make one symbol of several: see <see cref="MergedProcess"/>.</summary>
/// <param name="Symbols">New names by old ones; symbols that are left out keep theirs.</param>
internal sealed record Relabel(ProcessReference Of, IReadOnlyDictionary<string, string> Symbols) : Composition
{
    public override string Label => $"relabel({Of.Label})";

    public override LinearProcess? Make(References references, Scope at)
    {
        int before = at.Reports;
        if (references.Make(Of, at["of"]) is not { } process)
        {
            return null;
        }
        foreach ((string old, string name) in Symbols)
        {
            if (!process.Symbols.Contains(old))
            {
                at["symbols"].NameOf(old).Report(Problems.UnknownLabel("symbol", old, process.Symbols));
            }
            if (!LabelList.IsUsable(name))
            {
                at["symbols"][old].Report(Problems.BadLabel("symbol", name));
            }
        }
        return at.Reports == before ? MergedProcess.Of(Label, process, [.. process.Symbols.Select(symbol => Symbols.GetValueOrDefault(symbol, symbol))]) : null;
    }
}
