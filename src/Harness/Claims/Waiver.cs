using System.Globalization;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>A failure of a registered claim that is known and allowed for a while: a loud warning until the date, and a failure after it.</summary>
/// <param name="Until">The last day on which it holds, as 2027-01-31.</param>
/// <param name="By">Who allows it.</param>
/// <param name="Why">And why.</param>
internal sealed record Waiver(string Until, string By, string Why)
{
    /// <summary>The last day; null when it is no date.</summary>
    public DateOnly? LastDay => DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public bool Holds(DateOnly today) => LastDay is { } last && today <= last;

    public void Check(Scope at, Claim claim)
    {
        if (LastDay is null)
        {
            at["until"].Report(Problems.Inconsistent($"'{Until}' is not a date.", "Write year, month and day, such as \"2027-01-31\"."));
        }
        foreach ((string name, string text) in new[] { ("by", By), ("why", Why) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                at[name].Report(Problems.Empty($"words in '{name}'", "Say who allows the failure, and why."));
            }
        }
        if (claim.Status != ClaimStatus.Registered)
        {
            at.Report(Problems.Inconsistent("Only a registered claim can fail, so there is nothing to waive here.", "Remove \"waived\"."));
        }
    }
}
