using System.Text.Json;
using Xunit;

namespace Harness.Testing;

/// <summary>Compares what a test computed with what a person accepted, in <c>golden/</c>.</summary>
/// <remarks>Every name must be declared by an <see cref="IGoldenSource"/>, so that a golden that no test reads any more is found.</remarks>
internal static class Golden
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", IndentSize = 2 };

    private static readonly GoldenFolder s_folder = new(
        Repository.Golden, (name, text) => TestContext.Current.AddAttachment(name, text), DiffTool.Show);

    /// <summary>Compares JSON by paths.</summary>
    /// <param name="name">Such as "theory/mess3", for golden/theory/mess3.verified.json.</param>
    public static void Check(string name, string json, Tolerance? tolerance = null)
    {
        Declared($"{name}.json");
        s_folder.CheckJson(name, Indented(json), tolerance ?? Tolerance.Rounding);
    }

    /// <summary>Compares text exactly, but for line endings.</summary>
    public static void CheckText(string name, string text, string extension = "txt")
    {
        Declared($"{name}.{extension}");
        s_folder.CheckText(name, extension, text);
    }

    private static string Indented(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, s_indented) + "\n";
    }

    private static void Declared(string file)
    {
        if (!GoldenClaims.Everywhere().Contains(file))
        {
            throw new GoldenMismatchException(
                $"'{file}' is checked, but no test class declares it. Let the class implement {nameof(IGoldenSource)} and list \"{file}\" in {nameof(IGoldenSource.Goldens)}.");
        }
    }
}
