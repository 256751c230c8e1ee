using System.Text.Json.Serialization;
using Harness.Reports.Records;

namespace Harness.Runner.Falsifying;

/// <summary>A process that was drawn, and what became of it.</summary>
/// <param name="Draw">Its number: with the seed, everything that is needed to draw it again.</param>
/// <param name="Label">Its size, or its parameters.</param>
/// <param name="Process">Its process file.</param>
/// <param name="Skipped">Why it cannot test the claim; null for an eligible one.</param>
/// <param name="Detail">The same with numbers.</param>
/// <param name="Verdict">On an eligible one.</param>
/// <param name="Confirmation">The verdict on fresh seeds, of a process on which the claim was refuted.</param>
internal sealed record TestedProcess(
    int Draw,
    string Label,
    string Process,
    string? Skipped,
    string? Detail,
    VerdictRecord? Verdict = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VerdictRecord? Confirmation = null);
