using Harness.Claims;
using Harness.Experiments;
using Harness.Runner;
using Harness.Runner.Falsifying;
using Harness.Testing;
using Harness.Training;
using Xunit;

[assembly: AssemblyFixture(typeof(Harness.ClaimTests.ClaimRuns))]

namespace Harness.ClaimTests;

/// <summary>Runs every experiment once for all tests of the module, through the hosted runner and its cache.</summary>
public sealed class ClaimRuns
{
    internal static Workspace Workspace { get; } = new(Repository.Root, Repository.Processes);

    private static readonly Lazy<Registrations> s_registrations = new(() => Registrations.Of(Load(SpecIndex.Folder).Experiments, Workspace));
    private readonly Lazy<Task<IReadOnlyDictionary<string, Verdict>>> _verdicts = new(RunAsync);

    internal static (IReadOnlyList<LoadedExperiment> Experiments, int Processes) Load(string file) =>
        SpecLoading.Load([Path.Combine(Repository.Root, file)], Workspace);

    /// <summary>How a claim stands to the registry; null where it does not gate.</summary>
    internal static Registration? RegistrationOf(string claim) => s_registrations.Value.ByClaim.GetValueOrDefault(claim);

    internal async Task<Verdict> Of(string claim) => (await _verdicts.Value)[claim];

    private static async Task<IReadOnlyDictionary<string, Verdict>> RunAsync()
    {
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load([SpecIndex.Folder], Workspace);
        Selection selection = new(TestTier.Tiers, [], null);
        ExperimentPlan[] plans = [.. experiments.Select(selection.Plan).OfType<ExperimentPlan>()];
        RunOutcome outcome = await RunHost.RunAsync(
            new RunRequest(plans, Environment.ProcessorCount, Workspace.Cache), Workspace.Format, new Silence(), CancellationToken.None);
        List<Verdict> verdicts = [.. outcome.Results.SelectMany(result => result.Verdicts)];
        foreach (FalsifyRequest request in FalsifyRequest.Of(experiments, selection, Environment.ProcessorCount, Workspace.Cache, Workspace))
        {
            verdicts.Add((await new Falsifier(request, Workspace.Format, new Silence(), TimeProvider.System).RunAsync(CancellationToken.None)).Verdict);
        }
        return verdicts.ToDictionary(verdict => verdict.Claim.Id);
    }

    private sealed class Silence : IRunObserver
    {
        public void Started(ExperimentPlan plan, int seed)
        {
        }

        public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
        {
        }

        public void Examining(ExperimentPlan plan, int seed, bool cached)
        {
        }

        public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
        {
        }

        public void Note(string text)
        {
        }
    }
}
