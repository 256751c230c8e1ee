using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>The process read backwards, from a stationary start: see <see cref="TimeReversal"/>.</summary>
internal sealed record Reverse(ProcessReference Of) : Composition
{
    public override string Label => $"reverse({Of.Label})";

    public override LinearProcess? Make(References references, Scope at) => references.Make(Of, at["of"]) is { } process
        ? TimeReversal.Of(process).Renamed(new ProcessName(Label, process.Symbols))
        : null;
}
