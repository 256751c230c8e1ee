using Harness.Claims;

namespace Harness.Runner.Falsifying;

/// <summary>What a person asks of a search, over what the claim says itself; null where nothing is said.</summary>
internal sealed record AskedBudget(int? Processes = null, double? Minutes = null, int? Seed = null, int? Shrinks = null, bool KeepGoing = false)
{
    /// <param name="stated">What the claim says; null where it is no claim for all processes.</param>
    public ForAll Over(ForAll? stated, string family)
    {
        stated ??= new ForAll(family);
        return stated with
        {
            Over = family,
            Processes = Processes ?? stated.Processes,
            // With a number of processes asked for, the time stated is not meant.
            Minutes = Minutes ?? (Processes is null ? stated.Minutes : null),
            Seed = Seed ?? stated.Seed,
            Shrinks = Shrinks ?? stated.Shrinks,
            KeepGoing = KeepGoing || stated.KeepGoing,
        };
    }
}
