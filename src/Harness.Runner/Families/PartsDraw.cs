using Harness.Processes;

namespace Harness.Runner.Families;

/// <summary>A process composed of drawn parts, written out.</summary>
/// <param name="Kind">"product" or "mixture".</param>
/// <param name="Whole">The composition of the parts.</param>
internal sealed record PartsDraw(string Kind, IReadOnlyList<Draw> Parts, HmmTable Whole) : Draw
{
    public override IReadOnlyList<int> Size => [.. Parts.SelectMany(part => part.Size)];

    public override string Label => $"{Kind} of ({string.Join("; ", Parts.Select(part => part.Label))})";

    public override IProcessFamily File(string id, string title, string source, string? notes = null) => Whole.File(id, title, source, notes);
}
