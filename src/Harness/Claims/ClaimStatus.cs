namespace Harness.Claims;

/// <summary>Whether a claim gates.</summary>
internal enum ClaimStatus
{
    /// <summary>Runs and reports; never gates.</summary>
    Exploratory,

    /// <summary>Gates: an outcome other than the expected one fails the run.</summary>
    Registered,

    /// <summary>Kept for the record; never runs.</summary>
    Retired,
}
