using System.Text.Json;
using Harness.Testing;

namespace Harness.ClaimTests;

/// <summary>The claims in spec/experiments, by name only.</summary>
internal static class SpecIndex
{
    private static readonly Lazy<IReadOnlyList<SpecEntry>> s_entries = new(Read);

    public static string Folder { get; } = Path.Combine(Repository.Root, "spec", "experiments");

    /// <summary>Of every tier.</summary>
    public static IReadOnlyList<SpecEntry> All => s_entries.Value;

    /// <summary>Of the tier of this run; files that cannot be read among them.</summary>
    public static IEnumerable<SpecEntry> Entries => All.Where(entry => entry.Claim.Length == 0 || TestTier.Includes(entry.Tier));

    private static IReadOnlyList<SpecEntry> Read() =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Claims)];

    private static IReadOnlyList<SpecEntry> Claims(string path)
    {
        string file = Repository.Relative(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. document.RootElement.GetProperty("claims").EnumerateArray()
                .Select(claim => (Id: claim.GetProperty("id").GetString()!, Status: claim.GetProperty("status").GetString()!, Tier: claim.GetProperty("tier").GetString()!, Version: claim.GetProperty("version").GetInt32()))
                .Where(claim => claim.Status != "retired")
                .Select(claim => new SpecEntry(file, claim.Id, claim.Status, claim.Tier, claim.Version))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [new SpecEntry(file, "", "", "", 0)];
        }
    }
}
