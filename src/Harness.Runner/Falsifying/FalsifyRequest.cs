using Harness.Claims;
using Harness.Experiments;
using Harness.Runner.Families;
using Harness.Specs;

namespace Harness.Runner.Falsifying;

/// <summary>What a falsification is asked to do.</summary>
/// <param name="Experiment">The experiment of the claim: its process is replaced by those that are drawn.</param>
/// <param name="Claim">With its <see cref="Claim.ForAll"/>.</param>
/// <param name="Jobs">Replicates at once; the result does not depend on it.</param>
/// <param name="CacheFolder">Where trained networks are kept; null neither reads nor writes.</param>
internal sealed record FalsifyRequest(LoadedExperiment Experiment, Claim Claim, LoadedFamily Family, int Jobs, string? CacheFolder)
{
    public ForAll Budget => Claim.ForAll!;

    /// <summary>What is asked of a process: as the claim says; where it does not, and a network is read, what is usual; of claims about theory nothing.</summary>
    public Eligible? Eligible => Budget.Eligible ?? (Claim.Measure is Measurements.TheoryFact ? null : new Eligible());

    /// <summary>The claim about one process.</summary>
    public Claim OfOne => Claim with { ForAll = null, Waived = null, Status = ClaimStatus.Exploratory };

    /// <summary>The selected claims of experiments that are made for all processes of a family; the families were found when the specs were loaded.</summary>
    public static IEnumerable<FalsifyRequest> Of(IReadOnlyList<LoadedExperiment> experiments, Selection selection, int jobs, string? cache, Workspace workspace)
    {
        List<Problem> problems = [];
        FamilyLibrary families = workspace.Families(workspace.Library(problems), problems);
        return from experiment in experiments
               from claim in selection.ForAll(experiment)
               let folder = Path.GetDirectoryName(Path.GetFullPath(experiment.File, workspace.CurrentFolder))!
               select new FalsifyRequest(experiment, claim, families.Find(claim.ForAll!.Over, folder, experiment.At)!, jobs, cache);
    }

    /// <summary>One claim, by its id; null when it was reported why it cannot be asked for: at "claim", "over", or the property of the budget.</summary>
    /// <param name="over">The id or path of a family; null: the one that the claim names.</param>
    /// <param name="problems">Of <paramref name="at"/>, and of the families that are read.</param>
    public static FalsifyRequest? Of(
        IReadOnlyList<LoadedExperiment> experiments, string id, string? over, AskedBudget budget, int jobs, string? cache, Workspace workspace, Scope at, List<Problem> problems)
    {
        int before = problems.Count;
        LoadedExperiment? experiment = experiments.FirstOrDefault(candidate => candidate.Spec.Claims.Any(claim => claim.Id == id));
        Claim? found = experiment?.Spec.Claims.First(claim => claim.Id == id);
        if (experiment is null)
        {
            at["claim"].Report(FamilyProblems.UnknownClaim(id, experiments.SelectMany(known => known.Spec.Claims).Select(claim => claim.Id)));
        }
        else if (experiment.Spec.Model is not null)
        {
            at["claim"].Report(Problems.Inconsistent($"The networks of '{id}' were made before, on one process.", "Name a claim of an experiment that trains its networks."));
        }
        over ??= found?.ForAll?.Over;
        if (over is null && found is not null)
        {
            at["over"].Report(FamilyProblems.NoFamily(id));
        }
        string folder = experiment is null ? workspace.CurrentFolder : Path.GetDirectoryName(Path.GetFullPath(experiment.File, workspace.CurrentFolder))!;
        LoadedFamily? family = over is null ? null : workspace.Families(workspace.Library(problems), problems).Open(over, folder, at["over"]);
        ForAll whole = budget.Over(found?.ForAll, family?.Id ?? "");
        whole.CheckBudget(at);
        return problems.Count > before ? null : new FalsifyRequest(experiment!, found! with { ForAll = whole }, family!, jobs, cache);
    }
}
