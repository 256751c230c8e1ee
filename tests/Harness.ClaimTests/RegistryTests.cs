using System.Text.Json;
using Harness.Testing;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>Every registered claim stands in golden/registry.json with its version and the day it was registered.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void Registry_Always_HoldsEveryRegisteredClaim()
    {
        HashSet<(string, int)> registry = Registered(File.ReadAllBytes(Path.Combine(Repository.Golden, "registry.json")));
        IEnumerable<(string, int)> claims = Directory.EnumerateFiles(SpecIndex.Folder, "*.json", SearchOption.AllDirectories)
            .SelectMany(file => Registered(File.ReadAllBytes(file)));
        Assert.Empty(claims.Except(registry).Select(claim => $"{claim} is registered in its spec, but golden/registry.json does not have it"));
    }

    // A spec and the registry list claims alike: "claims", each with id and version; a spec says which are registered.
    private static HashSet<(string, int)> Registered(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("claims").EnumerateArray()
            .Where(claim => !claim.TryGetProperty("status", out JsonElement status) || status.GetString() == "registered")
            .Select(claim => (claim.GetProperty("id").GetString()!, claim.GetProperty("version").GetInt32()))];
    }
}
