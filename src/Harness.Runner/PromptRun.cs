using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Reports;
using Harness.Runner.Falsifying;
using Harness.Specs;
using Harness.Statistics;
using Harness.Training;

namespace Harness.Runner;

/// <summary>Runs as somebody at a prompt asks for them: one experiment, or one network of it, with the cache of the workspace.</summary>
internal static class PromptRun
{
    /// <summary>Everything that <c>harness run</c> does with one experiment, its run folder included.</summary>
    public static (ExperimentResult Result, ReportModel Model, string Folder) Run(LoadedExperiment experiment, Selection selection, Workspace workspace, Action<string> note)
    {
        ExperimentPlan plan = selection.Plan(experiment) ?? throw new InvalidOperationException($"{experiment.Spec.Id} has no claim of this tier.");
        Registrations registrations = Registrations.Of([experiment], workspace);
        RunOutcome outcome = Finish(plan, workspace, note);
        ReportModel model = ReportModel.Of(outcome.Results[0], ProvenanceOf.Run(outcome, 0, Environment.ProcessorCount, []), registrations.ByClaim);
        string folder = Path.Combine(workspace.Runs, RunFolder.DefaultName(plan, workspace.Format));
        RunFolder.Write(folder, outcome.Results[0], model, workspace.Format, []);
        return (outcome.Results[0], model, folder);
    }

    /// <summary>One network of an experiment, trained or from the cache, examined without any claim.</summary>
    public static ExperimentResult Train(LoadedExperiment experiment, int seed, Workspace workspace, Action<string> note) =>
        Finish(PlanOf(experiment, seed, []), workspace, note).Results[0];

    /// <summary>What a measurement reads of one network, with its nulls.</summary>
    public static ReplicateValue Read(LoadedExperiment experiment, int seed, Measurement measure, Workspace workspace, Action<string> note)
    {
        // Never judged: it only has the network measured.
        Claim asked = new($"{experiment.Spec.Id}/asked", 1, ClaimStatus.Exploratory, Tier.Quick, Expectation.Supported, measure.Label, measure, new AtLeast(0), new StudentT());
        return Finish(PlanOf(experiment, seed, [asked]), workspace, note).Results[0].Replicates[0].Readings[asked.Id].Value;
    }

    /// <summary>Reports what is wrong with a measurement of a network of this experiment.</summary>
    public static void Check(LoadedExperiment experiment, Measurement measure, Scope at)
    {
        ExperimentPlan plan = PlanOf(experiment, experiment.Spec.Seeds[0], []);
        measure.Check(at, plan.Measures);
    }

    /// <summary>Looks for a counterexample to a claim, as <c>harness falsify</c> does.</summary>
    /// <param name="over">The id of a family; null: the one that the claim names.</param>
    /// <exception cref="SpecException">The claim, the family or the budget is wrong.</exception>
    public static Falsification Falsify(LoadedExperiment experiment, string claim, string? over, AskedBudget budget, Workspace workspace, Action<string> note)
    {
        List<Problem> problems = [];
        FalsifyRequest request = FalsifyRequest.Of(
            [experiment], claim, over, budget, Environment.ProcessorCount, workspace.Cache, workspace, Scope.Root("falsify", null, problems), problems) ?? throw new SpecException(problems);
        return new Falsifier(request, workspace.Format, new Notes(note), TimeProvider.System).RunAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static ExperimentPlan PlanOf(LoadedExperiment experiment, int seed, IReadOnlyList<Claim> claims) =>
        ExperimentPlan.Of(experiment.Spec with { Seeds = [seed], Correction = null }, experiment.File, experiment.Process, claims, experiment.Shape, experiment.Files);

    private static RunOutcome Finish(ExperimentPlan plan, Workspace workspace, Action<string> note) =>
        RunHost.RunAsync(new RunRequest([plan], Environment.ProcessorCount, workspace.Cache), workspace.Format, new Notes(note), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Says when a network is trained, which takes time, and nothing of those that were there already.</summary>
    private sealed class Notes(Action<string> note) : IRunObserver
    {
        public void Started(ExperimentPlan plan, int seed)
        {
        }

        public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
        {
        }

        public void Examining(ExperimentPlan plan, int seed, bool cached)
        {
            if (!cached && plan.Learns)
            {
                note(FormattableString.Invariant($"{plan.Spec.Id} seed {seed}: trained"));
            }
        }

        public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
        {
        }

        public void Note(string text) => note(text);
    }
}
