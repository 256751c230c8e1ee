namespace Harness.Measurements;

/// <summary>A network's exact expected loss by context length, against the optimum. All nats.</summary>
/// <remarks>Loss at length L = −Σ_{|w|=L} P(w) Σ_z P(z|w) log q(z|w); the optimum is the same with q = P, the myopic entropy h_{L+1}.</remarks>
/// <param name="LossNats">Index = context length − 1.</param>
/// <param name="OptimalNats">Index = context length − 1.</param>
/// <param name="LongestTrained">Context lengths 1..LongestTrained are trained.</param>
internal sealed record LossProfile(double[] LossNats, double[] OptimalNats, int LongestTrained)
{
    /// <summary>Mean loss over the trained context lengths.</summary>
    public double MeanNats => LossNats.Take(LongestTrained).Average();

    public double OptimalMeanNats => OptimalNats.Take(LongestTrained).Average();

    /// <summary>Mean excess over the optimum on the trained contexts: the divergence from the true process.</summary>
    public double GapNats => MeanNats - OptimalMeanNats;

    /// <summary>The trained context length with the largest gap.</summary>
    public int WorstLength => Enumerable.Range(1, LongestTrained).MaxBy(length => LossNats[length - 1] - OptimalNats[length - 1]);

    public double WorstGapNats => LossNats[WorstLength - 1] - OptimalNats[WorstLength - 1];
}
