using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Whether what a comparator names exists.</summary>
internal static class RivalChecks
{
    /// <param name="impossible">Why a null that exists cannot be compared with; null when it can.</param>
    public static void Nulls(Scope at, IReadOnlyList<string> names, Claim claim, MeasureContext context, Func<string, Finding?> impossible)
    {
        IReadOnlyList<string> known = claim.Measure.NullNames(context.Window);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == Exceeds.BestNull && names.All(name => name == Exceeds.BestNull))
            {
                at[i].Report(Problems.Inconsistent("'best-null' is the best of the nulls that the claim lists, and it lists no other.", "List the nulls beside it: [\"untrained\", \"table-3\", \"best-null\"]."));
            }
            else if (names[i] != Exceeds.BestNull && !known.Contains(names[i]))
            {
                at[i].Report(Problems.UnknownValue(names[i], [.. known, Exceeds.BestNull]));
            }
            else if (impossible(names[i]) is { } finding)
            {
                at[i].Report(finding);
            }
        }
    }

    public static void Locations(Scope at, IReadOnlyList<Location> locations, Claim claim, MeasureContext context)
    {
        IReadOnlyList<string> hooks = context.Architecture.Hooks;
        for (int i = 0; i < locations.Count; i++)
        {
            if (claim.Measure.At(locations[i]) is null || locations[i].Expand(hooks).All(l => l.Resolve(hooks).Count == 0))
            {
                at[i].Report(Activations.Locations.Unknown(locations[i], hooks));
            }
        }
    }

    public static void Arms(Scope at, IReadOnlyList<string> names, Claim claim, MeasureContext context)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (context.Arms.TryGetValue(names[i], out Architecture? architecture))
            {
                // The claim's measure must exist there as well.
                claim.Measure.Check(at[i], context with { Architecture = architecture });
            }
            else
            {
                at[i].Report(context.Arms.Count > 0
                    ? Problems.UnknownValue(names[i], [.. context.Arms.Keys])
                    : Problems.Inconsistent($"'{names[i]}' is no arm of the experiment: it has none.", "Add \"arms\" to the experiment, with what differs in each."));
            }
        }
    }

    public static void Measures(Scope at, IReadOnlyDictionary<string, Measurement> measures, Claim claim, MeasureContext context)
    {
        IReadOnlyList<string> taken = [.. claim.Measure.NullNames(context.Window), Exceeds.BestNull, .. context.Architecture.Hooks];
        foreach ((string name, Measurement measure) in measures)
        {
            measure.Check(at[name], context);
            if (taken.Contains(name) || string.IsNullOrWhiteSpace(name))
            {
                at.NameOf(name).Report(Problems.Inconsistent($"'{name}' cannot name a measurement: a null or a location is called so.", "Give it another name."));
            }
            if (measure.HigherIsBetter != claim.Measure.HigherIsBetter)
            {
                at[name].Report(Problems.Inconsistent(
                    $"'{name}' cannot be compared with the claim's measure: of one more is better, of the other less.", "Compare two measures of the same sort."));
            }
        }
    }

    public static void Controls(Scope at, IReadOnlyList<string> kinds, Claim claim)
    {
        string[] known = [.. (claim.Controls ?? []).Select(control => control.Name)];
        for (int i = 0; i < kinds.Count; i++)
        {
            if (!known.Contains(kinds[i]))
            {
                at[i].Report(known.Length > 0
                    ? Problems.UnknownValue(kinds[i], known)
                    : Problems.Inconsistent($"'{kinds[i]}' is none of the claim's controls: it has none.", "Add the control to the claim's \"controls\"."));
            }
        }
    }
}
