using System.Text.RegularExpressions;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>What decides has a test file beside it, under the same name.</summary>
public sealed class MirrorTests
{
    private static readonly string[] s_folders = ["Claims", "Statistics", "Measurements", "Numerics"];

    /// <summary>Tested in another file, and why that is enough.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["Claims/PermutedControl"] = "a kind of destroyed truth: ShuffledControlTests runs over the kinds",
        ["Claims/PlantedNominalControl"] = "a kind of planted code: CodeControlTests runs over the kinds",
        ["Claims/PlantedPredictorControl"] = "a kind of planted code: CodeControlTests runs over the kinds",
        ["Claims/ReplicateValue"] = "numbers and one look-up: ReplicateReadingTests",
        ["Claims/RivalControl"] = "a kind of planted code: CodeControlTests runs over the kinds",
        ["Claims/Threshold"] = "what AtLeast, AtMost and Within share: their tests",
        ["Claims/TimeShiftedControl"] = "a kind of planted code: CodeControlTests runs over the kinds",
        ["Statistics/Estimate"] = "numbers and a half width: TIntervalTests",
        ["Statistics/PairedT"] = "a kind of interval: IntervalTests runs over the kinds, TIntervalTests over the numbers",
        ["Statistics/StudentT"] = "a kind of interval: IntervalTests runs over the kinds, TIntervalTests over the numbers",
    };

    private static IEnumerable<CodeFile> Deciding => CodeFile.Source.Where(file => s_folders.Any(folder => file.Path.StartsWith($"src/Harness/{folder}/", StringComparison.Ordinal)));

    [Fact]
    public void Files_WithBehaviour_HaveATestOfTheirName() => Offenders.AreNone(Deciding
        .Where(file => HasBehaviour(file) && !IsTested(file) && !s_elsewhere.ContainsKey(Key(file)))
        .Select(file => $"{file.Path}: no tests/Harness.Tests/{Key(file)}Tests.cs"));

    [Fact]
    public void Exceptions_Each_AreStillNeeded() => Offenders.AreNone(s_elsewhere.Keys
        .Where(key => !Deciding.Any(file => Key(file) == key && HasBehaviour(file) && !IsTested(file)))
        .Select(key => $"{key} needs no exception any more"));

    [Theory]
    [InlineData("internal sealed record A(int B);", false)]
    [InlineData("internal enum A\n{\n    B,\n}", false)]
    [InlineData("internal abstract record A\n{\n    public virtual int B => 1;\n}", false)]
    [InlineData("internal sealed record A(int C)\n{\n    public int B => C + 1;\n}", true)]
    [InlineData("internal static class A\n{\n    public static int B()\n    {\n        return 1;\n    }\n}", true)]
    public void Behaviour_OfAType_IsSomethingItWorksOut(string code, bool behaves) => Assert.Equal(behaves, HasBehaviour(new CodeFile("src/Harness/Claims/A.cs", code + "\n")));

    // An abstract type is tested through its kinds.
    private static bool HasBehaviour(CodeFile file) =>
        file.Types.Any(type => type.Keyword is not ("enum" or "interface") && !type.Modifiers.Contains("abstract", StringComparison.Ordinal)) && Regex.IsMatch(file.Code, @"=>|\breturn\b");

    private static bool IsTested(CodeFile file) => CodeFile.Tests.Any(test => test.Path.StartsWith($"tests/Harness.Tests/{Key(file)}Tests.", StringComparison.Ordinal));

    private static string Key(CodeFile file) => file.Path["src/Harness/".Length..^".cs".Length];
}
