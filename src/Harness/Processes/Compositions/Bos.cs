using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A token that is emitted once, before all others: see <see cref="BosProcess"/>.</summary>
/// <param name="Symbol">Its name, which the process does not use.</param>
internal sealed record Bos(ProcessReference Of, string Symbol = "BOS") : Composition
{
    public override string Label => $"bos({Of.Label})";

    public override LinearProcess? Make(References references, Scope at)
    {
        int before = at.Reports;
        if (references.Make(Of, at["of"]) is not { } process)
        {
            return null;
        }
        CheckSymbols([Symbol], _ => at["symbol"]);
        if (process.Symbols.Contains(Symbol))
        {
            at["symbol"].Report(Problems.Duplicate("symbol", $"'{Symbol}'"));
        }
        return at.Reports == before ? BosProcess.Of(Label, process, Symbol) : null;
    }
}
