using System.Collections.Immutable;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Claims;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Processes;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>An experiment with everything that theory says about it worked out, ready for replicates.</summary>
/// <param name="File">The spec's file, as shown to a person.</param>
/// <param name="Claims">The claims that this run judges.</param>
/// <param name="Shape">What can be read of every network.</param>
/// <param name="Files">The networks that were made before; none where they are trained.</param>
/// <param name="Tables">What every probe table of the run shows: locations in the order of the forward pass, the concatenation last.</param>
internal sealed record ExperimentPlan(
    ExperimentSpec Spec,
    string File,
    GenerativeProcess Process,
    MixedStatePresentation Presentation,
    ContextTable Contexts,
    TheoryNulls Theory,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Location> Tables,
    INetworkShape Shape,
    IReadOnlyList<ModelFile> Files,
    bool Exploratory = false)
{
    public BeliefTree Tree => Contexts.Tree;

    /// <summary>The arms that the claims compare with, by name: on the same contexts, with the same seeds.</summary>
    public IReadOnlyDictionary<string, ExperimentPlan> Arms { get; private init; } = ImmutableDictionary<string, ExperimentPlan>.Empty;

    /// <summary>True when a report pictures it: the experiment itself, not its arms.</summary>
    public bool IsPictured { get; private init; } = true;

    /// <summary>Itself and its arms: everything that must be trained.</summary>
    public IReadOnlyList<ExperimentPlan> WithArms => [this, .. Arms.Values];

    /// <summary>What its measures are checked against.</summary>
    public MeasureContext Measures => new(Shape, Spec.Data.Window, Contexts, Theory, Spec.Training) { Arms = Arms.ToDictionary(arm => arm.Key, arm => arm.Value.Shape) };

    /// <summary>True when networks are trained: neither planted nor made before.</summary>
    public bool Learns => Spec.Model is null && Spec.Architecture!.Learns;

    /// <param name="shape">Where it is not the architecture's own.</param>
    public static ExperimentPlan Of(
        ExperimentSpec spec, string file, GenerativeProcess process, IReadOnlyList<Claim> claims, INetworkShape? shape = null, IReadOnlyList<ModelFile>? files = null)
    {
        shape ??= spec.Architecture!;
        BeliefTree tree = BeliefTree.Grow(process, spec.Data.Window);
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        ContextTable contexts = new(tree, presentation, spec.Data.LongestTrainedContext);
        ExperimentPlan plan = new(spec, file, process, presentation, contexts, new TheoryNulls(contexts), claims, ProbeTables(shape), shape, files ?? []);
        return plan with
        {
            Arms = spec.InArms().Where(arm => claims.Any(claim => claim.Comparator.Arms.Contains(arm.Key))).ToDictionary(arm => arm.Key, arm => plan.InArm(arm.Value, arm.Key)),
        };
    }

    /// <summary>The same under another id with other networks, its arms with it.</summary>
    public ExperimentPlan With(string id, IReadOnlyList<int> seeds) => this with
    {
        Spec = Spec with { Id = id, Seeds = seeds },
        Arms = Arms.ToDictionary(arm => arm.Key, arm => arm.Value.With(Arm.IdOf(id, arm.Key), seeds)),
    };

    // Only the claims' own measures are read in an arm; what they are compared with and tried by is the experiment's.
    private ExperimentPlan InArm(ExperimentSpec spec, string name) => this with
    {
        Spec = spec,
        Claims = [.. Claims.Where(claim => claim.Comparator.Arms.Contains(name)).Select(claim => claim with { Comparator = new AtLeast(0), Controls = null })],
        Tables = ProbeTables(spec.Architecture!),
        Shape = spec.Architecture!,
        Files = [],
        IsPictured = false,
    };

    /// <summary>The file of a seed's network; null where it is trained.</summary>
    public ModelFile? FileOf(int seed) => Files.FirstOrDefault(file => file.Seed == seed);

    /// <summary>The network that a training left, or that was made before, beside the same before training.</summary>
    public NetworkPair Networks(int seed, TrainedParameters trained) => Spec.Model is { } model
        ? model.Networks(FileOf(seed)!, Spec.Architecture, Tree, trained)
        : new NetworkPair(Spec.Architecture!.Load(Tree, new Seed(seed), trained.Parameters), Spec.Architecture.Initialise(Tree, new Seed(seed)));

    private static List<Location> ProbeTables(INetworkShape architecture)
    {
        Location all = new("concat(blocks.*.hook_resid_post)");
        List<Location> shown = [.. architecture.Hooks.Where(hook => hook == "hook_embed" || hook == "ln_final" || hook.EndsWith("hook_resid_post", StringComparison.Ordinal)).Select(hook => new Location(hook))];
        if (all.Resolve(architecture.Hooks).Count > 1)
        {
            shown.Add(all);
        }
        return shown;
    }
}
