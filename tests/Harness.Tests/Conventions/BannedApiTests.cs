using System.Text.RegularExpressions;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>What decides has no ambient clock, chance, culture, console, environment or thread.</summary>
public sealed class BannedApiTests
{
    private static readonly string[] s_banned =
    [
        @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", @"\bTimeProvider\.System\b", @"\bStopwatch\b",
        @"\bRandom\b", @"\bRandomNumberGenerator\b", @"\bGuid\.(NewGuid|CreateVersion7)\b",
        @"\bConsole\.", @"\bEnvironment\.", @"\bAppContext\.",
        @"\bCultureInfo\.Current(UI)?Culture\b", @"\bThread\b", @"\bThreadPool\b", @"\bTask\.(Run|Factory)\b", @"\bParallel\.", @"\.AsParallel\(",
    ];

    /// <summary>The one place that starts threads, as many as its caller says and with the same result for any number.</summary>
    private static readonly string[] s_threads = ["src/Harness/Numerics/ParallelChunks.cs"];

    public static TheoryData<string> Samples =>
    [
        "DateTime.UtcNow", "DateTimeOffset.Now", "new Random(1)", "Random.Shared", "Console.Out", "Environment.ProcessorCount",
        "CultureInfo.CurrentCulture", "Guid.NewGuid()", "Task.Run(() => 1)", "new Thread(Work)", "Parallel.For(0, 1, _ => { })",
    ];

    [Fact]
    public void Core_Uses_NothingAmbient() => Offenders.AreNone(
        from file in CodeFile.Source
        where file.Path.StartsWith("src/Harness/", StringComparison.Ordinal)
        from found in Found(file)
        where found != "Parallel." || !s_threads.Contains(file.Path)
        select $"{file.Path}: {found}");

    [Fact]
    public void Tensors_Appear_OnlyWhereNetworksAre() => Offenders.AreNone(
        from file in CodeFile.Source.Concat(CodeFile.Tests)
        where file.Path.Split('/')[1] is not ("Harness.Torch" or "Harness.Torch.Tests" or "Harness.Benchmarks")
            && Regex.IsMatch(file.Code, @"^(global )?using (static )?TorchSharp", RegexOptions.Multiline)
        select file.Path);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Search_ForAmbientThings_FindsThem(string code) => Assert.NotEmpty(Found(new CodeFile("x.cs", $"a = {code};\n")));

    [Fact]
    public void Search_ForAmbientThings_LetsOwnNamesPass() =>
        Assert.Empty(Found(new CodeFile("x.cs", "RandomStream random = seed.Stream(\"a\"); // not Random\nCultureInfo.InvariantCulture; DateTimeOffset StartedAt;\n")));

    private static IEnumerable<string> Found(CodeFile file) =>
        s_banned.SelectMany(pattern => Regex.Matches(file.Code, pattern)).Select(match => match.Value);
}
