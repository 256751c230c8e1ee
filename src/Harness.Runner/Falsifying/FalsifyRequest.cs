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

    /// <summary>What is asked for on a command line, over what the claim says itself.</summary>
    public static ForAll Budgeted(ForAll? stated, string family, int? processes, double? minutes, int? seed, int? shrinks, bool keepGoing)
    {
        stated ??= new ForAll(family);
        return stated with
        {
            Over = family,
            Processes = processes ?? stated.Processes,
            // With a number of processes asked for, the time stated is not meant.
            Minutes = minutes ?? (processes is null ? stated.Minutes : null),
            Seed = seed ?? stated.Seed,
            Shrinks = shrinks ?? stated.Shrinks,
            KeepGoing = keepGoing || stated.KeepGoing,
        };
    }
}
