namespace Harness.Specs;

/// <summary>A property of a JSON object with the place of its name.</summary>
internal sealed record SourceProperty(string Name, int Line, int Column, SourceNode Value);
