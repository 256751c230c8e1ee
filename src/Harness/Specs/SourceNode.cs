using System.Text.Json;

namespace Harness.Specs;

/// <summary>A JSON value that remembers where it stands in its file.</summary>
internal sealed class SourceNode(JsonTokenType token, int line, int column)
{
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
        JsonTokenType.String => $"the string \"{Text}\"",
        JsonTokenType.Number => $"the number {Text}",
        _ => Text,
    };

    public SourceProperty? Find(string name) => Properties.Find(property => property.Name == name);
}
