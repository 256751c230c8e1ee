using System.Text.RegularExpressions;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>What the rules for C# files mean for the F# of the sources: what scripts can name, and nothing that decides.</summary>
public sealed class FSharpFileTests
{
    private const string Project = "src/Harness.Scripting";
    private const int LongestSource = 300;
    private const int MedianSource = 100;

    private static IReadOnlyList<(string Path, string Text)> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Project), "*.fs").Order(StringComparer.Ordinal).Select(file => (Repository.Relative(file), File.ReadAllText(file).ReplaceLineEndings("\n")))];

    [Fact]
    public void Sources_InFSharp_AreThoseForScripts() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.fs", SearchOption.AllDirectories).Select(Repository.Relative).Where(path => !path.Contains("/obj/", StringComparison.Ordinal)),
        path => Assert.StartsWith(Project + "/", path, StringComparison.Ordinal));

    [Fact]
    public void Files_Each_AreShort()
    {
        Offenders.AreNone(Files.Where(file => Lines(file.Text) > LongestSource).Select(file => $"{file.Path}: {Lines(file.Text)} lines, at most {LongestSource}"));
        Assert.InRange(Files.Select(file => Lines(file.Text)).Order().ElementAt(Files.Count / 2), 1, MedianSource);
    }

    // A type may stand with those that it is written together with, and with a module of its own name.
    [Fact]
    public void Files_Each_HoldWhatTheyAreNamedAfter() => Offenders.AreNone(
        from file in Files
        where !file.Text.StartsWith("namespace Harness.Scripting\n", StringComparison.Ordinal)
            || !Regex.IsMatch(file.Text, $@"^(type|module)( internal)? {Path.GetFileNameWithoutExtension(file.Path)}\b", RegexOptions.Multiline)
        select file.Path);

    [Fact]
    public void Files_Each_StandInTheProjectInOrder()
    {
        string project = File.ReadAllText(Path.Combine(Repository.Root, Project, "Harness.Scripting.fsproj"));
        Assert.Equal(
            Files.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal),
            Regex.Matches(project, "Compile Include=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    // Deciding is done in C#: a façade has no arithmetic of statistics and no clock.
    [Fact]
    public void Facade_Uses_NothingThatDecides() => Offenders.AreNone(
        from file in Files
        from Match found in Regex.Matches(file.Text, @"\bopen (Harness\.Statistics|MathNet[\w.]*|TorchSharp)\b|\bDateTime\b|\bStopwatch\b|\bSystem\.Random\b|\bRandom\(")
        select $"{file.Path}: {found.Value}");

    private static int Lines(string text) => text.TrimEnd('\n').Split('\n').Length;
}
