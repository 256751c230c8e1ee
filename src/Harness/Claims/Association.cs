namespace Harness.Claims;

/// <summary>How a trend within a replicate is put into one number.</summary>
internal enum Association
{
    /// <summary>Kendall's τ, equal values counting nothing: from −1, always falling, to 1, always rising.</summary>
    Rank,

    /// <summary>The least-squares slope: units of the measure for one unit of the covariate.</summary>
    Slope,
}
