using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>Evaluates one trained network, the same network before training, and reads what every claim needs of them.</summary>
internal static class ReplicateExaminer
{
    /// <summary>Independent draws of each destroyed target; a null's value is their mean.</summary>
    public const int Draws = 4;

    public static ReplicateResult Examine(ExperimentPlan plan, int seed, TrainedParameters trained, bool cached, bool picture, CancellationToken cancellation)
    {
        Architecture architecture = plan.Spec.Architecture;
        if (trained.Record.DivergedAtStep is { } step)
        {
            string why = FormattableString.Invariant($"training diverged: the loss was not finite at step {step}");
            return new ReplicateResult(seed, cached, trained.Record, null, null, [], plan.Claims.ToDictionary(claim => claim.Id, _ => ReplicateReading.Failed(seed, why)), null);
        }
        Seed root = new(seed);
        CaptureRequest request = Request(plan);
        if (picture)
        {
            request.Decode(Pictured(plan));
        }
        TargetTable targets = TargetTable.Of(plan.Contexts, root, Draws, request.Targets), beliefs = TargetTable.Of(plan.Contexts, root, 0, request.Targets);
        using INetwork before = architecture.Initialise(plan.Tree, root), after = architecture.Load(plan.Tree, root, trained.Parameters);
        Examination examination = CheckpointExaminer.Follow(
            new Examination(plan.Contexts, plan.Theory, Run(plan, after, request, targets, cancellation), Run(plan, before, request, beliefs, cancellation)),
            plan, architecture, root, trained, request, targets, cancellation);
        Dictionary<(PlantedCode, double, double?), Examination> planted = [];
        ControlContext control = new(architecture, examination, (code, noise, trend) => planted.TryGetValue((code, noise, trend), out Examination? known)
            ? known
            : planted[(code, noise, trend)] = Stand(plan, Planted.InPlaceOf(architecture, code, noise, trend), root, targets, beliefs, cancellation));
        return new ReplicateResult(
            seed, cached, trained.Record, examination.Trained.Loss, examination.Untrained.Loss, Probes(plan, examination),
            plan.Claims.ToDictionary(claim => claim.Id, claim => ReplicateReading.Of(claim, examination, seed, control)),
            picture ? Picture(plan, examination, seed) : null);
    }

    private static CaptureRequest Request(ExperimentPlan plan, bool tables = true, Architecture? other = null)
    {
        CaptureRequest request = new(other ?? plan.Spec.Architecture);
        foreach (Claim claim in plan.Claims)
        {
            claim.Measure.Request(request);
            foreach (Location location in claim.Comparator.Locations.SelectMany(pattern => pattern.Expand(plan.Spec.Architecture.Hooks)))
            {
                claim.Measure.At(location)!.Request(request);
            }
            foreach (Measurement measure in claim.Comparator.Measures.Values)
            {
                measure.Request(request);
            }
        }
        foreach (Location location in tables ? plan.Tables : [])
        {
            new AffineProbe(location).Request(request);
        }
        return request;
    }

    private static Capture Run(ExperimentPlan plan, INetwork network, CaptureRequest request, TargetTable targets, CancellationToken cancellation) =>
        Capture.Of(network, plan.Contexts, targets, request, cancellation);

    // Another network in the replicate's place: a control.
    private static Examination Stand(ExperimentPlan plan, Architecture other, Seed seed, TargetTable targets, TargetTable beliefs, CancellationToken cancellation)
    {
        CaptureRequest request = Request(plan, tables: false, other);
        using INetwork before = other.Initialise(plan.Tree, seed), after = other.Load(plan.Tree, seed, []);
        return CheckpointExaminer.Follow(
            new Examination(plan.Contexts, plan.Theory, Run(plan, after, request, targets, cancellation), Run(plan, before, request, beliefs, cancellation)),
            plan, other, seed, trained: null, request, targets, cancellation);
    }

    private static List<ProbeRow> Probes(ExperimentPlan plan, Examination examination)
    {
        List<ProbeRow> rows = [];
        foreach (Location location in plan.Tables)
        {
            foreach (Partition partition in Enum.GetValues<Partition>().Where(p => plan.Contexts.FoldsOf(p) is not null))
            {
                AffineProbe probe = new(location, Partition: partition);
                IReadOnlyDictionary<string, Measured> nulls = probe.Nulls(examination);
                rows.Add(new ProbeRow(location, partition, probe.Measure(examination), nulls[Measurement.Untrained], nulls[Measurement.Permuted], nulls[Measurement.Shuffled]));
            }
        }
        return rows;
    }

    // The belief, decoded where the first claim that probes does so.
    private static ProbeKey Pictured(ExperimentPlan plan)
    {
        Location? claimed = plan.Claims.Select(claim => claim.Measure).OfType<AffineProbe>().FirstOrDefault()?.Location;
        Location location = claimed is not null && plan.Tables.Contains(claimed) ? claimed : plan.Tables[^1];
        return new ProbeKey(new CaptureKey(location, Weighting.Probability, ContextScope.Trained));
    }

    private static BeliefPicture Picture(ExperimentPlan plan, Examination examination, int seed)
    {
        ProbeKey key = Pictured(plan);
        return new BeliefPicture(key.Capture.Location, seed, Decoded(examination.Trained), Decoded(examination.Untrained));

        float[] Decoded(Capture capture) => [.. Enumerable.Range(0, plan.Contexts.Count)
            .SelectMany(context => capture.Decoded(key).Row(context, TargetBlock.Truth).ToArray()).Select(value => (float)value)];
    }
}
