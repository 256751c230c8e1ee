using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;

namespace Harness.Tests.Claims;

/// <summary>Claims and evidence made of numbers, for the judge.</summary>
internal static class Sample
{
    public static AffineProbe Probe { get; } = new(new Location("ln_final"));

    public static Claim Claim(Comparator comparator, params Precondition[] preconditions) => new(
        "sample/claim", 1, ClaimStatus.Registered, Tier.Quick, Expectation.Supported, "A statement.", Probe, comparator,
        comparator.IsPaired ? new PairedT() : new StudentT(), preconditions);

    /// <summary>One replicate; undefined where there is no value.</summary>
    public static ReplicateValue Replicate(double? value, double lossGapNats = 0, params (string Name, double Value)[] rivals) => new(
        1, value is { } number ? Measured.Of(number) : Measured.Undefined("not measured"),
        rivals.ToDictionary(rival => rival.Name, rival => Measured.Of(rival.Value)), lossGapNats);

    /// <summary>Replicates with seeds 1, 2, …, untrained value 0.1 and loss gap 0.</summary>
    public static ReplicateValue[] Replicates(params double[] values) =>
        [.. values.Select((value, i) => Replicate(value, 0, (Measurement.Untrained, 0.1)) with { Seed = i + 1 })];

    public static Evidence Evidence(IReadOnlyList<ReplicateValue> replicates, double bound = 0.01, params IReadOnlyList<ReplicateValue>[] controls) =>
        new(replicates, [bound], controls);
}
