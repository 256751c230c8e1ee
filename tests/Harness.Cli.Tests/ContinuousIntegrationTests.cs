using System.Xml.Linq;

namespace Harness.Cli.Tests;

/// <summary>What a build server is handed: JUnit, annotations on the claims' lines, a step summary.</summary>
public sealed class ContinuousIntegrationTests(Judgements judgements)
{
    [Fact]
    public async Task Junit_OfARun_TellsFailuresFromExploratoryClaims()
    {
        await judgements.ResultAsync();
        XElement root = XDocument.Load(judgements.Folder.In("reports/results.xml")).Root!;
        Dictionary<string, XElement> cases = root.Elements("testsuite").Elements("testcase").ToDictionary(test => test.Attribute("name")!.Value);
        Assert.Equal(9, cases.Count);
        Assert.Null(cases["inside v1"].Element("failure"));
        Assert.Equal("refuted", cases["outside v1"].Element("failure")!.Attribute("type")!.Value);
        Assert.Equal("inconclusive", cases["straddles v1"].Element("failure")!.Attribute("type")!.Value);
        Assert.NotNull(cases["watched v1"].Element("skipped"));
        Assert.Equal(["0", "1"], new[] { "inside", "few" }.Select(id => root.Elements().Single(suite => suite.Attribute("name")!.Value == id).Attribute("failures")!.Value));
    }

    [Fact]
    public async Task GitHub_OfARun_AnnotatesTheLineOfEachClaim()
    {
        string[] annotations = [.. (await judgements.ResultAsync()).Error.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal))];
        Assert.Equal(8, annotations.Length);
        Assert.Contains(annotations, line => line.StartsWith("::error file=specs/outside.json,line=10,title=outside v1::refuted (supported expected): needs ≤ 0.5", StringComparison.Ordinal));
        Assert.Contains(annotations, line => line.StartsWith("::notice file=specs/inside.json,line=17,title=watched v1::refuted (supported expected)", StringComparison.Ordinal));
        Assert.EndsWith(". Not shown to be false.", Assert.Single(annotations, line => line.Contains("title=few v1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(annotations, line => line.Contains("title=inside v1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GitHub_WithAStepSummary_AppendsToIt()
    {
        await judgements.ResultAsync();
        string summary = judgements.Folder.Read("summary.md");
        Assert.StartsWith("before\n## Claims — 1 as expected · 1 opposite · 6 inconclusive · 1 exploratory\n", summary, StringComparison.Ordinal);
        Assert.Contains("| ❌ outside v1 | **refuted** (supported) — ", summary, StringComparison.Ordinal);
        Assert.Contains("<details><summary>1 as expected</summary>", summary, StringComparison.Ordinal);
    }
}
