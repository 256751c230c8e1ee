using Harness.Specs;

namespace Harness.Statistics;

/// <summary>How uncertainty over replicates is computed.</summary>
/// <param name="Level">Two-sided coverage; a claim is decided on one side, at (1 − level)/2.</param>
internal abstract record Interval(double Level)
{
    /// <summary>Fewest replicates for which the level is kept.</summary>
    public abstract int MinimumReplicates { get; }

    /// <summary>True when it is an interval for paired differences within replicates.</summary>
    public abstract bool IsPaired { get; }

    public abstract string Name { get; }

    public virtual void Check(Scope at)
    {
        if (!(Level >= 0.5 && Level < 1))
        {
            at["level"].Report(Problems.OutOfRange(
                FormattableString.Invariant($"{Level} is out of range: level must be at least 0.5 and below 1."), "Use 0.95."));
        }
    }

    /// <summary>The estimate; null below <see cref="MinimumReplicates"/>.</summary>
    public Estimate? Of(IReadOnlyList<double> values) => values.Count < MinimumReplicates ? null : Compute(values);

    protected abstract Estimate Compute(IReadOnlyList<double> values);
}
