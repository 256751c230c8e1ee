using Harness.Experiments;
using Harness.Processes;
using Harness.Runner.Families;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>The JSON schemas of specs, as files.</summary>
internal static class SchemaFiles
{
    public const string Process = "process.schema.json";
    public const string Experiment = "experiment.schema.json";
    public const string Family = "family.schema.json";

    public static IReadOnlyList<(string Name, string Content)> All(SpecFormat format) =>
    [
        (Process, SpecSchema.Write<IProcessFamily>("A process of Harness", format)),
        (Experiment, SpecSchema.Write<ExperimentSpec>("An experiment of Harness", format)),
        (Family, SpecSchema.Write<FamilyFile>("A family of processes of Harness", format)),
    ];
}
