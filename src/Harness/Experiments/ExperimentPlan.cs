using Harness.Activations;
using Harness.Beliefs;
using Harness.Claims;
using Harness.Measurements;
using Harness.Processes;

namespace Harness.Experiments;

/// <summary>An experiment with everything that theory says about it worked out, ready for replicates.</summary>
/// <param name="File">The spec's file, as shown to a person.</param>
/// <param name="Claims">The claims that this run judges.</param>
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
    bool Exploratory = false)
{
    public BeliefTree Tree => Contexts.Tree;

    public static ExperimentPlan Of(ExperimentSpec spec, string file, GenerativeProcess process, IReadOnlyList<Claim> claims)
    {
        BeliefTree tree = BeliefTree.Grow(process, spec.Data.Window);
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        ContextTable contexts = new(tree, presentation, spec.Data.LongestTrainedContext);
        return new ExperimentPlan(spec, file, process, presentation, contexts, new TheoryNulls(contexts), claims, ProbeTables(spec.Architecture));
    }

    private static List<Location> ProbeTables(Architecture architecture)
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
