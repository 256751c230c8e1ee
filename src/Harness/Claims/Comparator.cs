using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What a claim compares its measure with. Pure: estimates in, sides out.</summary>
internal abstract record Comparator
{
    /// <summary>True when it compares differences within replicates.</summary>
    public abstract bool IsPaired { get; }

    /// <summary>What the claim needs, in a few words for a table.</summary>
    public abstract string Needs { get; }

    /// <summary>The nulls the claim must beat, by name.</summary>
    public virtual IReadOnlyList<string> Nulls => [];

    /// <summary>The other locations the claim compares with, as patterns.</summary>
    public virtual IReadOnlyList<Activations.Location> Locations => [];

    public abstract void Check(Scope at, Claim claim, MeasureContext context);

    /// <summary>One comparison for each thing that must hold. The claim needs all of them.</summary>
    /// <param name="counted">False for replicates that are to be counted as the null.</param>
    public abstract IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval);
}
