using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How much better a location decodes the belief than the best of some others: held-out R² minus the best R² among them.</summary>
/// <remarks>
/// Its nulls are the same difference where there is nothing to find. A claim that exceeds "untrained" is a difference in differences: layers
/// side by side decode more than one of them in a random network as well, and only what training adds to that is the network's doing.
/// </remarks>
/// <param name="Over">The others: a pattern, such as <c>blocks.*.hook_resid_post</c>.</param>
internal sealed record ProbeGain(
    Location Location,
    Location Over,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    public override bool HigherIsBetter => true;

    public override string Label => $"R² gain of {Location} over the best of {Over}";

    public override void Check(Scope at, MeasureContext context)
    {
        Probe(Location).Check(at, context);
        if (Over.Expand(context.Architecture.Hooks).All(location => location.Resolve(context.Architecture.Hooks).Count == 0))
        {
            at["over"].Report(Locations.Unknown(Over, context.Architecture.Hooks));
        }
    }

    public override void Request(CaptureRequest request)
    {
        foreach (Location location in request.Expand(Over).Prepend(Location))
        {
            Probe(location).Request(request);
        }
    }

    public override Measured Measure(Examination replicate) =>
        Gain(Probe(Location).Measure(replicate), Others(replicate).Select(probe => probe.Measure(replicate)));

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, Shuffled, Permuted];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        IReadOnlyDictionary<string, Measured> own = Probe(Location).Nulls(replicate);
        IReadOnlyDictionary<string, Measured>[] others = [.. Others(replicate).Select(probe => probe.Nulls(replicate))];
        return NullNames(replicate.Contexts.Tree.Depth).ToDictionary(name => name, name => Gain(own[name], others.Select(nulls => nulls[name])));
    }

    private AffineProbe Probe(Location location) => new(location, Target.Belief, Weighting, Partition, Contexts);

    private IEnumerable<AffineProbe> Others(Examination replicate) => Over.Expand(replicate.Trained.Hooks).Select(Probe);

    private static Measured Gain(Measured own, IEnumerable<Measured> others)
    {
        Measured[] all = [own, .. others];
        return all.FirstOrDefault(value => value.Value is null) ?? Measured.Of(own.Value!.Value - all[1..].Max(value => value.Value!.Value));
    }
}
