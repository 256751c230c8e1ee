using Harness.Reports.Records;

namespace Harness.Runner.Falsifying;

/// <summary>A simpler process on which the claim is refuted as well.</summary>
/// <param name="Tried">How many candidates had been tried by then.</param>
/// <param name="Process">Its process file.</param>
internal sealed record ShrinkStep(int Tried, string Label, string Process, VerdictRecord Verdict);
