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

    /// <summary>The other measurements the claim compares with, by the names the claim gives them.</summary>
    public virtual IReadOnlyDictionary<string, Measurement> Measures => System.Collections.Immutable.ImmutableDictionary<string, Measurement>.Empty;

    /// <summary>The claim's own controls that its value is compared with, by kind.</summary>
    public virtual IReadOnlyList<string> Controls => [];

    /// <summary>The arms of the experiment that the claim compares with, by name.</summary>
    public virtual IReadOnlyList<string> Arms => [];

    /// <summary>True when the claim's own value is what is compared; false when it is the rivals among themselves.</summary>
    public virtual bool ComparesValue => true;

    /// <summary>How the reading of a control is called among the rivals of a claim.</summary>
    public static string ControlRival(string kind) => "control:" + kind;

    /// <summary>How the measure in an arm is called among the rivals of a claim.</summary>
    public static string ArmRival(string name) => "arm:" + name;

    /// <summary>The names of everything the claim compares with, patterns of locations expanded over what was measured.</summary>
    public IEnumerable<string> Rivals(IReadOnlyList<ReplicateValue> replicates) =>
    [
        .. Nulls,
        .. Locations.SelectMany(location => replicates.Count == 0
            ? [location.Name]
            : location.Expand([.. replicates[0].Rivals.Keys]).Select(l => l.Name).DefaultIfEmpty(location.Name)),
        .. Arms.Select(ArmRival),
        .. Measures.Keys,
        .. Controls.Select(ControlRival),
    ];

    public abstract void Check(Scope at, Claim claim, MeasureContext context);

    /// <summary>One comparison for each thing that must hold. The claim needs all of them.</summary>
    /// <param name="counted">False for replicates that are to be counted as the null.</param>
    public abstract IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval);
}
