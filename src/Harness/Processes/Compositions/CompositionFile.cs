using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A family of processes as a file: a composition whose numbers are expressions over the file's parameters.</summary>
/// <param name="Source">Where the process is defined or used.</param>
/// <param name="Process">What it is composed of; ids are looked up from the file's folder.</param>
/// <param name="Let">Shorter names for expressions; they may refer to parameters and to each other in any order.</param>
/// <param name="Known">Facts from elsewhere that the theory must reproduce.</param>
/// <param name="SchemaFile">Marks the file as a process for editors and for <see cref="SpecDiscovery"/>.</param>
internal sealed record CompositionFile(
    string Id,
    string Title,
    string Source,
    CompositionKind Kind,
    ProcessReference Process,
    IReadOnlyDictionary<string, ProcessParameter>? Parameters = null,
    IReadOnlyDictionary<string, Scalar>? Let = null,
    IReadOnlyList<KnownFacts>? Known = null,
    string? Notes = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null) : IProcessFamily
{
    public LinearProcess? Instantiate(IReadOnlyDictionary<string, double> with, Scope file, Scope use, References references)
    {
        int before = file.Reports + use.Reports;
        ProcessCheck.Identity(this, file);
        if (file.Reports + use.Reports != before)
        {
            return null;
        }
        Dictionary<string, double> names = Definitions.Resolve(this, with, file, use);
        if (file.Reports + use.Reports != before || references.With(names).Make(Process, file["process"]) is not { } process)
        {
            return null;
        }
        Dictionary<string, double> parameters = (Parameters?.Keys ?? []).ToDictionary(name => name, name => names[name]);
        return process.Renamed(new ProcessName(Id, parameters, process.Symbols));
    }
}
