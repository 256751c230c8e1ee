namespace Harness.Measurements;

/// <summary>Which number two subspaces are summed up in; of both, more speaks for the statement.</summary>
internal enum SubspaceStatistic
{
    /// <summary>Σσ² / min(d₁, d₂) over the cosines σ of the principal angles: 1 where one lies in the other.</summary>
    Overlap,

    /// <summary>1 − overlap: 1 where they are orthogonal.</summary>
    Orthogonality,
}
