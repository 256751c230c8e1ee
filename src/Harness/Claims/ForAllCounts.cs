using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What became of the processes that were drawn to test a claim for all of a family.</summary>
/// <param name="Drawn">All of them.</param>
/// <param name="Skipped">Those that cannot test the claim, by reason.</param>
/// <param name="Supported">Eligible processes on which the claim is supported.</param>
/// <param name="Refuted">Eligible processes on which it is refuted, and again on fresh seeds.</param>
/// <param name="Inconclusive">Eligible processes on which it came to no verdict: neither for nor against it.</param>
/// <param name="Unconfirmed">Eligible processes on which it was refuted, but not again on fresh seeds.</param>
internal sealed record ForAllCounts(int Drawn, IReadOnlyDictionary<string, int> Skipped, int Supported, int Refuted, int Inconclusive, int Unconfirmed)
{
    /// <summary>The chance that each end of <see cref="Failing"/> is wrong.</summary>
    private const double OneSided = 1 - ForAll.Level;

    /// <summary>Eligible processes that came out neither way.</summary>
    public int Undecided => Inconclusive + Unconfirmed;

    public int Decided => Supported + Refuted;

    /// <summary>The fraction of failing processes among those that came to a verdict; exact, each end one-sided at 95 %. Without a failure the upper end is 1 − 0.05^(1/n).</summary>
    public Estimate? Failing => Decided == 0 ? null : new Estimate(
        Decided, (double)Refuted / Decided, Binomial.Lower(Refuted, Decided, OneSided), Binomial.Upper(Refuted, Decided, OneSided), "clopper-pearson 0.95 one-sided");

    /// <summary>The upper end if every process without a verdict were a failure.</summary>
    public double? WorstBound => Decided + Undecided == 0 ? null : Binomial.Upper(Refuted + Undecided, Decided + Undecided, OneSided);
}
