using Harness.Reports.Records;

namespace Harness.Runner.Falsifying;

/// <summary>A process on which a claim for all of its family is refuted, as drawn and as shrunk.</summary>
/// <param name="Drawn">As drawn; refuted, and again on fresh seeds.</param>
/// <param name="Steps">Each simpler than the one before; the last ones may not have been confirmed.</param>
/// <param name="Tried">How many simpler processes were tried.</param>
/// <param name="Exhausted">True when the budget of tries ended the shrinking; false when nothing simpler refutes.</param>
/// <param name="Kept">How many of the steps were confirmed on fresh seeds; 0: the process is as drawn.</param>
/// <param name="Label">Of the smallest confirmed process.</param>
/// <param name="Process">Its process file, ready to be committed.</param>
/// <param name="Confirmation">The verdict on it, on fresh seeds.</param>
internal sealed record Counterexample(
    TestedProcess Drawn, IReadOnlyList<ShrinkStep> Steps, int Tried, bool Exhausted, int Kept, string Label, string Process, VerdictRecord Confirmation);
