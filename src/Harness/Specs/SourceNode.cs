using System.Text.Json;

namespace Harness.Specs;

/// <summary>A JSON value that remembers where it stands in its file.</summary>
internal sealed class SourceNode(JsonTokenType token, int line, int column)
{
    private Dictionary<string, SourceProperty>? _byName;
    private int _indexed;

    public JsonTokenType Token { get; } = token;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>The text of a string, number, true, false or null.</summary>
    public string Text { get; init; } = "";

    /// <summary>The properties of an object in file order, duplicates included.</summary>
    public List<SourceProperty> Properties { get; } = [];

    public List<SourceNode> Items { get; } = [];

    public bool IsObject => Token == JsonTokenType.StartObject;

    public bool IsArray => Token == JsonTokenType.StartArray;

    /// <summary>What it is, in the words of a message.</summary>
    public string Describe() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the string \"{Shown}\"",
        JsonTokenType.Number => $"the number {Shown}",
        _ => Text,
    };

    private string Shown => Text.Length > 60 ? Text[..60] + "…" : Text;

    /// <summary>The first property of that name.</summary>
    public SourceProperty? Find(string name)
    {
        if (_byName is null || _indexed != Properties.Count)
        {
            _indexed = Properties.Count;
            _byName = [];
            Properties.ForEach(property => _byName.TryAdd(property.Name, property));
        }
        return _byName.GetValueOrDefault(name);
    }
}
