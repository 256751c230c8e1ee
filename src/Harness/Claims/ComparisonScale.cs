namespace Harness.Claims;

/// <summary>In which terms a margin is stated.</summary>
internal enum ComparisonScale
{
    /// <summary>value − null.</summary>
    Difference,

    /// <summary>log((1 − null)/(1 − value)): how many times smaller the unexplained variance is, for R² near 1.</summary>
    LogErrorRatio,
}
