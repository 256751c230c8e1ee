namespace Harness.Reports.Text;

/// <summary>Where a claim is written. Lines count from 1.</summary>
internal sealed record ClaimPosition(string File, int Line);
