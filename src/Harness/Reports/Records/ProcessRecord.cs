using Harness.Processes;

namespace Harness.Reports.Records;

/// <summary>The process of a run, by its names and parameters.</summary>
internal sealed record ProcessRecord(string Id, IReadOnlyDictionary<string, double> Parameters, IReadOnlyList<string> Symbols, IReadOnlyList<string> States)
{
    public static ProcessRecord Of(GenerativeProcess process) => new(
        process.Id,
        process.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).ToDictionary(parameter => parameter.Key, parameter => parameter.Value),
        process.Symbols,
        process.States);
}
