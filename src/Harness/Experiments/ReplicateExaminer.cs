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
        TargetTable targets = TargetTable.Of(plan.Contexts, root, Draws), beliefs = TargetTable.Of(plan.Contexts, root, 0);
        using INetwork before = architecture.Initialise(plan.Tree, root), after = architecture.Load(plan.Tree, root, trained.Parameters);
        Examination examination = new(plan.Contexts, plan.Theory, Run(plan, after, request, targets, cancellation), Run(plan, before, request, beliefs, cancellation));
        Dictionary<(PlantedCode, double), Examination> planted = [];
        ControlContext control = new(architecture, examination, (code, noise) => planted.TryGetValue((code, noise), out Examination? known)
            ? known
            : planted[(code, noise)] = Stand(plan, Planted.InPlaceOf(architecture, code, noise), root, targets, beliefs, cancellation));
        return new ReplicateResult(
            seed, cached, trained.Record, examination.Trained.Loss, examination.Untrained.Loss, Probes(plan, examination),
            plan.Claims.ToDictionary(claim => claim.Id, claim => ReplicateReading.Of(claim, examination, seed, control)),
            picture ? Picture(plan, examination, after, before, seed, cancellation) : null);
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

    private static Capture Run(ExperimentPlan plan, INetwork network, CaptureRequest request, TargetTable targets, CancellationToken cancellation)
    {
        Capture capture = new(plan.Contexts, targets, request);
        network.Evaluate(plan.Tree, capture.Hooks, capture, cancellation);
        capture.Finish();
        return capture;
    }

    // Another network in the replicate's place: a control.
    private static Examination Stand(ExperimentPlan plan, Architecture other, Seed seed, TargetTable targets, TargetTable beliefs, CancellationToken cancellation)
    {
        CaptureRequest request = Request(plan, tables: false, other);
        using INetwork before = other.Initialise(plan.Tree, seed), after = other.Load(plan.Tree, seed, []);
        return new Examination(plan.Contexts, plan.Theory, Run(plan, after, request, targets, cancellation), Run(plan, before, request, beliefs, cancellation));
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

    private static BeliefPicture Picture(ExperimentPlan plan, Examination examination, INetwork after, INetwork before, int seed, CancellationToken cancellation)
    {
        Location? claimed = plan.Claims.Select(claim => claim.Measure).OfType<AffineProbe>().FirstOrDefault()?.Location;
        Location location = claimed is not null && plan.Tables.Contains(claimed) ? claimed : plan.Tables[^1];
        CaptureKey key = new(location, Weighting.Probability, ContextScope.Trained);
        return new BeliefPicture(
            location, seed, Decoding.Of(plan, key, examination.Trained, after, cancellation), Decoding.Of(plan, key, examination.Untrained, before, cancellation));
    }
}
