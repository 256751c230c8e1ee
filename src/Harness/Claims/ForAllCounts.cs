using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What became of the processes that were drawn to test a claim for all of a family.</summary>
/// <param name="Drawn">All of them.</param>
/// <param name="Skipped">Those that cannot test the claim, by reason.</param>
/// <param name="Supported">Eligible processes on which the claim is supported.</param>
/// <param name="Inconclusive">Eligible processes on which it came to no verdict: neither for nor against it.</param>
/// <param name="Unconfirmed">Eligible processes on which it was refuted, but not again on fresh seeds.</param>
internal sealed record ForAllCounts(int Drawn, IReadOnlyDictionary<string, int> Skipped, int Supported, int Inconclusive, int Unconfirmed)
{
    /// <summary>Eligible processes that came out one way or the other.</summary>
    public int Undecided => Inconclusive + Unconfirmed;

    /// <summary>The greatest fraction of failing processes that this many without a failure do not contradict: 1 − 0.05^(1/n).</summary>
    public double? Bound => Supported == 0 ? null : Binomial.Upper(0, Supported, 1 - ForAll.Level);

    /// <summary>The same if every process without a verdict were a failure.</summary>
    public double? WorstBound => Supported + Undecided == 0 ? null : Binomial.Upper(Undecided, Supported + Undecided, 1 - ForAll.Level);
}
