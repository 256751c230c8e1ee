using Harness.Activations;
using Harness.Measurements;

namespace Harness.Claims;

/// <summary>What a claim reads of one replicate: its own numbers, and those of its controls.</summary>
internal sealed record ReplicateReading(ReplicateValue Value, IReadOnlyList<ReplicateValue> Controls)
{
    /// <summary>A replicate without a usable network.</summary>
    public static ReplicateReading Failed(int seed, string why) =>
        new(new ReplicateValue(seed, Measured.Undefined(why), new Dictionary<string, Measured>(), Failure: why), []);

    public static ReplicateReading Of(Claim claim, Examination examination, int seed, ControlContext context)
    {
        ReplicateValue value = Read(claim, examination, seed, context.Architecture);
        IReadOnlyList<Control> controls = claim.Controls ?? [];
        ReplicateValue[] read = [.. controls.Select(control => control.Read(claim, value, context))];
        // What a control reads may itself be a rival, of the claim and of its other controls alike.
        Dictionary<string, Measured> rivals = controls.Select((control, i) => (Name: Comparator.ControlRival(control.Name), read[i].Value))
            .Where(rival => claim.Comparator.Controls.Select(Comparator.ControlRival).Contains(rival.Name)).DistinctBy(rival => rival.Name).ToDictionary();
        return new ReplicateReading(With(value, rivals), [.. read.Select(control => With(control, rivals))]);
    }

    /// <summary>The reading, and that of each of its controls, with what the same seed's networks gave in the arms that the claim compares with.</summary>
    public ReplicateReading With(IReadOnlyDictionary<string, ReplicateValue> arms) =>
        arms.Count == 0 ? this : new ReplicateReading(With(Value, arms), [.. Controls.Select(control => With(control, arms))]);

    private static ReplicateValue With(ReplicateValue value, IReadOnlyDictionary<string, ReplicateValue> arms) =>
        With(value, arms.ToDictionary(arm => Comparator.ArmRival(arm.Key), arm => arm.Value.Value)) with
        {
            Arms = [.. arms.Values],
            Failure = value.Failure ?? arms.Where(arm => arm.Value.Failure is not null).Select(arm => $"arm {arm.Key}: {arm.Value.Failure}").FirstOrDefault(),
        };

    /// <summary>The claim's measure, its nulls, its rival locations and measurements on one examined network.</summary>
    public static ReplicateValue Read(Claim claim, Examination examination, int seed, Architecture architecture)
    {
        Dictionary<string, Measured> rivals = new(claim.Measure.Nulls(examination));
        foreach (Location location in claim.Comparator.Locations.SelectMany(pattern => pattern.Expand(architecture.Hooks)))
        {
            rivals[location.Name] = claim.Measure.At(location)!.Measure(examination);
        }
        foreach ((string name, Measurement measure) in claim.Comparator.Measures)
        {
            rivals[name] = measure.Measure(examination);
        }
        LossProfile loss = examination.Trained.Loss;
        return new ReplicateValue(seed, claim.Measure.Measure(examination), rivals, loss.GapNats, loss.WorstGapNats, loss.WorstLength)
        {
            HigherIsBetter = claim.Measure.HigherIsBetter,
            Details = claim.Measure.Details(examination),
        };
    }

    private static ReplicateValue With(ReplicateValue value, Dictionary<string, Measured> rivals) =>
        rivals.Count == 0 ? value : value with { Rivals = new Dictionary<string, Measured>(value.Rivals.Concat(rivals)) };
}
