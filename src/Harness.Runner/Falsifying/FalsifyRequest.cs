using Harness.Claims;
using Harness.Experiments;
using Harness.Runner.Families;

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

    /// <summary>A claim of the repository tested over a family that it does not name, or with another budget.</summary>
    public static Claim Over(Claim claim, string family, int? processes, double? minutes, int? seed, int? shrinks)
    {
        ForAll stated = claim.ForAll ?? new ForAll(family);
        return claim with
        {
            ForAll = stated with
            {
                Over = family,
                Processes = processes ?? stated.Processes,
                // With one budget given, the other one stated is not meant.
                Minutes = minutes ?? (processes is null ? stated.Minutes : null),
                Seed = seed ?? stated.Seed,
                Shrinks = shrinks ?? stated.Shrinks,
            },
        };
    }
}
