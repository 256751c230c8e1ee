using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>The registered claims, in the order in which they were registered. Entries are added, never changed.</summary>
/// <param name="Schema">Version of this format: 1.</param>
internal sealed record Registry(int Schema, IReadOnlyList<RegistryEntry> Claims)
{
    public const int CurrentSchema = 1;

    public static Registry Empty { get; } = new(CurrentSchema, []);

    public RegistryEntry? Find(string id, int version) => Claims.FirstOrDefault(entry => entry.Id == id && entry.Version == version);

    /// <summary>The highest version of a claim that is registered; null when none is.</summary>
    public RegistryEntry? Latest(string id) => Claims.Where(entry => entry.Id == id).MaxBy(entry => entry.Version);

    public Registry With(IEnumerable<RegistryEntry> added) => this with { Claims = [.. Claims, .. added] };

    /// <summary>The registry of a document; null when anything was reported.</summary>
    public static Registry? Read(Scope root, SpecFormat format)
    {
        int before = root.Reports;
        Registry? registry = SpecReader.Read<Registry>(root, format);
        registry?.Check(root);
        return root.Reports == before ? registry : null;
    }

    /// <summary>The file: an entry on each line, so that a reviewer sees what was added and nothing else.</summary>
    public string Write(SpecFormat format)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"schema\": {Schema},\n  \"claims\": [");
        text.AppendJoin(',', Claims.Select(entry => "\n    " + Line(entry, format)));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Line(RegistryEntry entry, SpecFormat format) => "{ " + string.Join(", ", JsonSerializer.SerializeToElement(entry, format.Options).EnumerateObject()
        .Where(property => property.Value.ValueKind != JsonValueKind.Null)
        .Select(property => $"\"{property.Name}\": {property.Value.GetRawText()}")) + " }";

    private void Check(Scope at)
    {
        if (Schema != CurrentSchema)
        {
            at["schema"].Report(Problems.OutOfRange(
                FormattableString.Invariant($"Format {Schema} is not known: this version reads format {CurrentSchema}."), FormattableString.Invariant($"Write \"schema\": {CurrentSchema}.")));
        }
        for (int i = 0; i < Claims.Count; i++)
        {
            RegistryEntry entry = Claims[i];
            if (!ReferenceEquals(Find(entry.Id, entry.Version), entry))
            {
                at["claims"][i].Report(Problems.Duplicate("registration of", FormattableString.Invariant($"'{entry.Id}' version {entry.Version}")));
            }
            if (!DateOnly.TryParseExact(entry.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                at["claims"][i]["date"].Report(Problems.WrongType("a day as yyyy-MM-dd", $"'{entry.Date}'"));
            }
            if (entry.Sha256.Length != 64 || !entry.Sha256.All(char.IsAsciiHexDigitLower))
            {
                at["claims"][i]["sha256"].Report(Problems.WrongType("64 lower-case hexadecimal digits", $"'{entry.Sha256}'"));
            }
        }
    }
}
