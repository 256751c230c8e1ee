using Harness.Specs;

namespace Harness.Statistics;

/// <summary>How uncertainty over replicates is computed, and of what.</summary>
/// <param name="Level">Two-sided coverage; a claim is decided on one side, at (1 − level)/2.</param>
internal abstract record Interval(double Level)
{
    /// <summary>Fewest replicates for which the level is kept.</summary>
    public abstract int MinimumReplicates { get; }

    public abstract string Name { get; }

    /// <summary>What is estimated, in words.</summary>
    public abstract string Estimand { get; }

    /// <summary>What a claim assumes of its replicates by naming this kind; null where nothing but their independence is.</summary>
    public abstract string? Model { get; }

    /// <summary>The chance of deciding wrongly on either side.</summary>
    public double OneSidedLevel => (1 - Level) / 2;

    /// <summary>True when it keeps its level for every law of the values, ties included.</summary>
    public virtual bool IsExact => false;

    /// <summary>True when it goes with values of this sort: contrasts within replicates, or the replicates' own values.</summary>
    public virtual bool Suits(bool paired) => true;

    /// <summary>What the estimate is of, in a word, where it is not on the scale of the values.</summary>
    public virtual string? Quantity => null;

    /// <summary>The interval shown for the claim's measure itself.</summary>
    public virtual Interval OfMeasure => this;

    public virtual void Check(Scope at)
    {
        if (!(Level >= 0.5 && Level < 1))
        {
            at["level"].Report(Problems.OutOfRange(
                FormattableString.Invariant($"{Level} is out of range: level must be at least 0.5 and below 1."), "Use 0.95."));
        }
    }

    /// <summary>The estimate; null where <see cref="Undefined"/> says why.</summary>
    public Estimate? Of(IReadOnlyList<double> values) => Of(values, Region.AtLeast(double.NegativeInfinity));

    /// <summary>The estimate of what a claim asks of these values.</summary>
    public Estimate? Of(IReadOnlyList<double> values, Region region) => Undefined(values) is null ? Compute(values, region) : null;

    /// <summary>What the estimate must satisfy for its replicates' values to satisfy the region.</summary>
    public virtual Region Asks(Region region) => region;

    /// <summary>Why there is no estimate of these values; null when there is one.</summary>
    public virtual string? Undefined(IReadOnlyList<double> values) => values.Count < MinimumReplicates
        ? FormattableString.Invariant($"too few replicates: {values.Count}; the interval '{Name}' needs at least {MinimumReplicates}")
        : null;

    protected abstract Estimate Compute(IReadOnlyList<double> values, Region region);
}
