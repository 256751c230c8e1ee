using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Harness.ClaimTests;

/// <summary>One row for each claim of the selected tier in spec/experiments; one for each file that is not a readable spec.</summary>
/// <remarks>Reads ids only, so that a malformed spec is one failing test that names the file and never a failed discovery.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClaimsOfSpecsAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. SpecIndex.Entries.Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static ITheoryDataRow Row(SpecEntry entry) => new TheoryDataRow<string, string>(entry.File, entry.Claim)
    {
        Label = entry.Claim.Length > 0 ? entry.Claim : entry.File,
        Traits = { ["experiment"] = [Path.GetFileNameWithoutExtension(entry.File)], ["claim"] = [entry.Claim] },
    };
}
