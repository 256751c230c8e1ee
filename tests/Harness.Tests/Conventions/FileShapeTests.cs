using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>Small files with one idea each.</summary>
public sealed class FileShapeTests
{
    private const int LongestSource = 300;
    private const int LongestTest = 400;
    private const int MedianSource = 100;

    /// <summary>Files with a cap of their own.</summary>
    private static readonly Dictionary<string, int> s_longer = new() { ["src/Harness.Torch/Transformer.cs"] = 400 };

    /// <summary>What scripts may call: they see public types only.</summary>
    private static readonly string[] s_public = ["NativeRuntime"];

    private static IEnumerable<CodeFile> Everything => CodeFile.Source.Concat(CodeFile.Tests);

    [Fact]
    public void Files_Each_HoldOneTypeNamedLikeTheFile() => Offenders.AreNone(Everything
        .Where(file => file.Types.Count > 0 || file.Name != "Program")
        .Where(file => file.Types.Count != 1 || file.Types[0].Name != file.Name)
        .Select(file => $"{file.Path}: holds {(file.Types.Count == 0 ? "no type" : string.Join(", ", file.Types.Select(type => type.Name)))}"));

    [Fact]
    public void Files_Each_AreShort() => Offenders.AreNone(Everything
        .Select(file => (file, Cap: s_longer.GetValueOrDefault(file.Path, file.Path.StartsWith("src/", StringComparison.Ordinal) ? LongestSource : LongestTest)))
        .Where(entry => entry.file.LineCount > entry.Cap)
        .Select(entry => $"{entry.file.Path}: {entry.file.LineCount} lines, at most {entry.Cap}"));

    [Fact]
    public void Files_OfEachSourceProject_HaveASmallMedian() => Offenders.AreNone(CodeFile.Source
        .GroupBy(file => file.Path.Split('/')[1])
        .Select(project => (project.Key, Median: project.Select(file => file.LineCount).Order().ElementAt(project.Count() / 2)))
        .Where(entry => entry.Median > MedianSource)
        .Select(entry => $"{entry.Key}: median of {entry.Median} lines, at most {MedianSource}"));

    [Fact]
    public void Namespaces_Each_AreTheFolder() => Offenders.AreNone(Everything
        .Where(file => file.Types.Count > 0 && file.Namespace != file.ExpectedNamespace)
        .Select(file => $"{file.Path}: namespace {file.Namespace ?? "missing"}, not {file.ExpectedNamespace}"));

    [Fact]
    public void Classes_Each_AreSealedStaticOrAbstract() => Offenders.AreNone(
        from file in Everything
        from type in file.Types
            // BenchmarkDotNet derives from what it measures.
        where !file.Path.StartsWith("tests/Harness.Benchmarks/Kernels/", StringComparison.Ordinal)
        where type.Keyword is "class" or "record" or "record class" && !new[] { "sealed", "static", "abstract" }.Any(type.Modifiers.Contains)
        select $"{file.Path}: {type.Name}");

    [Fact]
    public void Types_OfTheSources_AreInternalButThoseForScripts() => Offenders.AreNone(
        from file in CodeFile.Source
        from type in file.Types
        where !s_public.Contains(type.Name) && !type.Modifiers.Contains("internal", StringComparison.Ordinal)
        select $"{file.Path}: {type.Name}");

    [Fact]
    public void Names_OfTypes_SayWhatTheThingIs() => Offenders.AreNone(
        from file in Everything
        from type in file.Types
        where new[] { "Util", "Utils", "Helper", "Helpers", "Manager", "Service" }.Any(type.Name.EndsWith)
        select $"{file.Path}: {type.Name}");
}
