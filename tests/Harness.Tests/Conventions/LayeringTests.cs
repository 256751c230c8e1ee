using System.Text.RegularExpressions;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>The folders of the core are a pipeline: a folder may use those before it, never those behind it.</summary>
public sealed partial class LayeringTests
{
    private static readonly string[] s_order =
    [
        "Numerics", "Specs", "Processes", "Beliefs", "Training", "Activations", "Measurements", "Statistics", "Claims", "Experiments", "Reports",
    ];

    private static IEnumerable<CodeFile> Core => CodeFile.Source.Where(file => file.Path.StartsWith("src/Harness/", StringComparison.Ordinal));

    [Fact]
    public void Folders_OfTheCore_AreAllInTheOrder() => Offenders.AreNone(Core
        .Where(file => !s_order.Contains(Folder(file)))
        .Select(file => $"{file.Path}: '{Folder(file)}' has no place in the order {string.Join(" → ", s_order)}"));

    [Fact]
    public void Folders_OfTheCore_UseOnlyWhatStandsBefore() => Offenders.AreNone(
        from file in Core
        from used in Uses(file)
        where Array.IndexOf(s_order, used) > Array.IndexOf(s_order, Folder(file))
        select $"{file.Path}: uses {used}, which stands behind {Folder(file)}");

    [Fact]
    public void Uses_OfAFile_AreFoundInAllSpellings()
    {
        CodeFile file = new("src/Harness/Specs/Sample.cs", """
            using Harness.Claims;
            using static Harness.Numerics.Cholesky;
            // Reports.Html
            internal sealed record Sample(Harness.Beliefs.BeliefTree Tree, Statistics.Interval Interval)
            {
                public object Taken => plan.Experiments.Count;
            }
            """);

        Assert.Equal(["Beliefs", "Claims", "Numerics", "Statistics"], Uses(file));
    }

    private static string Folder(CodeFile file) => file.Path.Split('/')[2];

    private static string[] Uses(CodeFile file) =>
        [.. Mention().Matches(file.Code).Select(match => match.Groups[1].Value).Where(s_order.Contains).Distinct().Order(StringComparer.Ordinal)];

    // A qualified name, not a member of something: "Harness.Claims", "Claims.Judge".
    [GeneratedRegex(@"(?:\bHarness\.|(?<![\w.]))(\w+)(?=[;.])")]
    private static partial Regex Mention();
}
