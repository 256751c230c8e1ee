namespace Harness.Claims;

/// <summary>Where an interval lies with respect to what a claim needs.</summary>
internal enum Side
{
    Accept,
    Straddle,
    Reject,
}
