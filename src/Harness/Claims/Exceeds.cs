using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Accepts when the measure exceeds every listed null and location by the margin, replicate by replicate.</summary>
/// <remarks>
/// Each rival has its own interval of paired differences. All lower bounds must reach the margin to accept; one upper bound below it
/// rejects. "best-null" adds the comparison with the best listed null of each replicate. For a measure where smaller is better the
/// difference is rival − value.
/// </remarks>
internal sealed record Exceeds(
    double Margin = 0,
    [property: JsonPropertyName("nulls")] IReadOnlyList<string>? NullNames = null,
    [property: JsonPropertyName("locations")] IReadOnlyList<Location>? RivalLocations = null,
    ComparisonScale Scale = ComparisonScale.Difference) : Comparator
{
    public const string BestNull = "best-null";

    public override bool IsPaired => true;

    [JsonIgnore]
    public override IReadOnlyList<string> Nulls => [.. (NullNames ?? []).Where(name => name != BestNull)];

    [JsonIgnore]
    public override IReadOnlyList<Location> Locations => RivalLocations ?? [];

    public override string Needs => More(string.Join(", ", [.. NullNames ?? [], .. Locations.Select(l => l.Name)]));

    private string More(string rivals) => Margin > 0 ? FormattableString.Invariant($"+{Margin}{Unit} over {rivals}") : $"more than {rivals}";

    private string Unit => Scale == ComparisonScale.LogErrorRatio ? " log-error" : "";

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["margin"].InRange(Margin, 0, 1e9);
        if (NullNames is not { Count: > 0 } && RivalLocations is not { Count: > 0 })
        {
            at.Report(Problems.Empty("nulls or locations to exceed", "Add \"nulls\": [\"untrained\", …] or \"locations\": [\"blocks.*.hook_resid_post\"]."));
        }
        if (Scale == ComparisonScale.LogErrorRatio && !claim.Measure.HigherIsBetter)
        {
            at["scale"].Report(Problems.Inconsistent("'log-error-ratio' is for measures bounded by 1, such as R².", "Use \"difference\"."));
        }
        for (int i = 0; i < (NullNames?.Count ?? 0); i++)
        {
            CheckNull(at["nulls"][i], NullNames![i], claim, context);
        }
        for (int i = 0; i < Locations.Count; i++)
        {
            if (claim.Measure.At(Locations[i]) is null || Locations[i].Expand(context.Architecture.Hooks).All(l => l.Resolve(context.Architecture.Hooks).Count == 0))
            {
                at["locations"][i].Report(Activations.Locations.Unknown(Locations[i], context.Architecture.Hooks));
            }
        }
    }

    public override IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval)
    {
        // Locations that are patterns were expanded when the replicates were measured: their names are among the rivals.
        IEnumerable<string> places = Locations.SelectMany(location => replicates.Count == 0
            ? [location.Name]
            : location.Expand([.. replicates[0].Rivals.Keys]).Select(l => l.Name).DefaultIfEmpty(location.Name));
        return [.. (NullNames ?? []).Concat(places).Distinct().Select(rival => Against(rival, replicates, counted, interval))];
    }

    private Comparison Against(string rival, IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval)
    {
        string needs = More(rival);
        List<double> differences = [];
        foreach (ReplicateValue replicate in replicates)
        {
            // A replicate that does not count is counted as the null: it exceeds it by nothing.
            Measured difference = counted(replicate) ? Difference(replicate, rival) : Measured.Of(0);
            if (difference.Value is not { } number)
            {
                return new Comparison(rival, needs, Margin, null, Side.Straddle, $"seed {replicate.Seed}: {difference.Why}");
            }
            differences.Add(number);
        }
        Estimate? estimate = interval.Of(differences);
        return estimate is null
            ? new Comparison(rival, needs, Margin, null, Side.Straddle, "too few replicates")
            : new Comparison(rival, needs, Margin, estimate, estimate.Low >= Margin ? Side.Accept : estimate.High < Margin ? Side.Reject : Side.Straddle);
    }

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

    private void CheckNull(Scope at, string name, Claim claim, MeasureContext context)
    {
        IReadOnlyList<string> known = claim.Measure.NullNames(context.Window);
        if (name == BestNull)
        {
            if (Nulls.Count == 0)
            {
                at.Report(Problems.Inconsistent("'best-null' is the best of the nulls that the claim lists, and it lists no other.", "List the nulls beside it: [\"untrained\", \"table-3\", \"best-null\"]."));
            }
        }
        else if (!known.Contains(name))
        {
            at.Report(Problems.UnknownValue(name, [.. known, BestNull]));
        }
        else if (claim.Measure.InTheory(name, context)?.Value is { } best && claim.Measure.HigherIsBetter && CannotBeExceeded(best))
        {
            at.Report(Problems.CannotSeparate(name, context.Contexts!.Tree.Process.Id, best));
        }
    }

    private bool CannotBeExceeded(double best) => Scale == ComparisonScale.LogErrorRatio ? best >= 1 - 1e-9 : best + Margin >= 1 - 1e-9;
}
