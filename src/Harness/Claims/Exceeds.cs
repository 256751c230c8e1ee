using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Accepts when the measure exceeds every listed rival by the margin, replicate by replicate.</summary>
/// <remarks>
/// Rivals are nulls, the same measure at other locations, other measurements of the same network, the same measure in other arms of
/// the experiment, and what the instrument reads in the claim's controls. Each has its own interval of paired differences. All lower bounds must reach the margin to accept; one upper bound below it
/// rejects. "best-null" adds the comparison with the best listed null of each replicate. For a measure where smaller is better the
/// difference is rival − value.
/// </remarks>
internal sealed record Exceeds(
    double Margin = 0,
    [property: JsonPropertyName("nulls")] IReadOnlyList<string>? NullNames = null,
    [property: JsonPropertyName("locations")] IReadOnlyList<Location>? RivalLocations = null,
    ComparisonScale Scale = ComparisonScale.Difference,
    [property: JsonPropertyName("measures")] IReadOnlyDictionary<string, Measurement>? RivalMeasures = null,
    [property: JsonPropertyName("controls")] IReadOnlyList<string>? RivalControls = null,
    [property: JsonPropertyName("arms")] IReadOnlyList<string>? RivalArms = null) : Comparator
{
    public const string BestNull = "best-null";

    public override bool IsPaired => true;

    [JsonIgnore]
    public override IReadOnlyList<string> Nulls => [.. (NullNames ?? []).Where(name => name != BestNull)];

    [JsonIgnore]
    public override IReadOnlyList<Location> Locations => RivalLocations ?? [];

    [JsonIgnore]
    public override IReadOnlyDictionary<string, Measurement> Measures => RivalMeasures ?? base.Measures;

    [JsonIgnore]
    public override IReadOnlyList<string> Controls => RivalControls ?? [];

    [JsonIgnore]
    public override IReadOnlyList<string> Arms => RivalArms ?? [];

    public override string Needs => More(string.Join(", ", [.. NullNames ?? [], .. Locations.Select(l => l.Name), .. Arms.Select(ArmRival), .. Measures.Keys, .. Controls.Select(ControlRival)]));

    private string More(string rivals) => Margin > 0 ? FormattableString.Invariant($"+{Margin}{Unit} over {rivals}") : $"more than {rivals}";

    private string Unit => Scale == ComparisonScale.LogErrorRatio ? " log-error" : "";

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["margin"].InRange(Margin, 0, 1e9);
        if (NullNames is not { Count: > 0 } && RivalLocations is not { Count: > 0 } && Measures.Count == 0 && Controls.Count == 0 && Arms.Count == 0)
        {
            at.Report(Problems.Empty("nulls or locations to exceed", "Add \"nulls\": [\"untrained\", …] or \"locations\": [\"blocks.*.hook_resid_post\"]."));
        }
        if (Scale == ComparisonScale.LogErrorRatio && !claim.Measure.HigherIsBetter)
        {
            at["scale"].Report(Problems.Inconsistent("'log-error-ratio' is for measures bounded by 1, such as R².", "Use \"difference\"."));
        }
        RivalChecks.Nulls(at["nulls"], NullNames ?? [], claim, context, name => CannotBeExceeded(name, claim, context));
        RivalChecks.Locations(at["locations"], Locations, claim, context);
        RivalChecks.Arms(at["arms"], Arms, claim, context);
        RivalChecks.Measures(at["measures"], Measures, claim, context);
        RivalChecks.Controls(at["controls"], Controls, claim);
    }

    public override IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval) =>
        [.. (NullNames ?? []).Concat(Rivals(replicates)).Distinct().Select(rival => Comparison.Of(rival, More(rival), Region.AtLeast(Margin), interval,
            // A replicate that does not count is counted as the null: it exceeds it by nothing.
            replicates.Select(replicate => (replicate.Seed, counted(replicate) ? Difference(replicate, rival) : Measured.Of(0)))))];

    private Measured Difference(ReplicateValue replicate, string rival)
    {
        bool lower = !replicate.HigherIsBetter;
        Measured other = rival == BestNull ? Best(replicate, lower) : replicate.Rival(rival);
        if (replicate.Value.Value is not { } value)
        {
            return replicate.Value;
        }
        if (other.Value is not { } against)
        {
            return Measured.Undefined($"{rival}: {other.Why}");
        }
        return Scale == ComparisonScale.LogErrorRatio
            ? Measured.Of(Math.Log((1 - against) / (1 - value)))
            : Measured.Of(lower ? against - value : value - against);
    }

    private Measured Best(ReplicateValue replicate, bool lower)
    {
        Measured[] all = [.. Nulls.Select(replicate.Rival)];
        return all.FirstOrDefault(null_ => null_.Value is null)
            ?? Measured.Of(lower ? all.Min(null_ => null_.Value!.Value) : all.Max(null_ => null_.Value!.Value));
    }

    private Finding? CannotBeExceeded(string name, Claim claim, MeasureContext context) =>
        claim.Measure.InTheory(name, context)?.Value is { } best && claim.Measure.HigherIsBetter
        && (Scale == ComparisonScale.LogErrorRatio ? best >= 1 - 1e-9 : best + Margin >= 1 - 1e-9)
            ? Problems.CannotSeparate(name, context.Contexts!.Tree.Process.Id, best)
            : null;
}
