namespace Harness.Measurements;

/// <summary>The held-out score of a probe.</summary>
/// <param name="EffectiveDimensions">Ridge effective degrees of freedom tr C(C + λ)⁻¹, in the fold where they are most for the contexts.</param>
/// <param name="FittingContexts">Distinct contexts on the fit side of that fold.</param>
internal sealed record ProbeScore(Measured RSquared, double EffectiveDimensions, int FittingContexts)
{
    /// <summary>Standard deviation over folds of 1 − SSE/SST of each: how much the held-out part matters within one network. Never a replicate.</summary>
    public double? FoldDeviation { get; init; }

    public static ProbeScore Undefined(string why) => new(Measured.Undefined(why), 0, 0);
}
