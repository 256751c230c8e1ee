using Harness.Processes;
using Harness.Processes.Compositions;

namespace Harness.Runner.Families;

/// <summary>A known process with parameters that were drawn.</summary>
internal sealed record MemberDraw(string Process, IReadOnlyDictionary<string, double> With) : Draw
{
    public override IReadOnlyList<int> Size => [With.Values.Sum(WrittenNumber.Decimals)];

    public override string Label => Reference.Label;

    private ProcessReference Reference => new(Process, With.ToDictionary(value => value.Key, value => new Scalar(value.Value)));

    public override IProcessFamily File(string id, string title, string source, string? notes = null) =>
        new CompositionFile(id, title, source, CompositionKind.Composition, Reference, Notes: notes, SchemaFile: "../schema/process.schema.json");
}
