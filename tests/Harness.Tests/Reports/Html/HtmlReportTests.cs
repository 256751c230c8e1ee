using System.Text;
using System.Text.RegularExpressions;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Claims;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Figures;
using Harness.Reports.Html;
using Harness.Reports.Records;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Html;

public sealed class HtmlReportTests
{
    private static readonly string Page = HtmlReport.Write(SampleRun.Mess3);

    [Fact]
    public void Write_AnyRun_AsksForNothingOutsideTheFile()
    {
        Assert.All(Regex.Matches(Page, "(?:src|href|xlink:href|action|poster|srcset)=\"([^\"]*)\""), match => Assert.Matches("^(#|data:)", match.Groups[1].Value));
        Assert.DoesNotMatch("@import|url\\(|<link|fetch\\(|XMLHttpRequest|https?://", Page);
    }

    [Fact]
    public void Write_EachClaim_HasItsOutcomeExpectationAndDetails()
    {
        foreach (VerdictRecord verdict in SampleRun.Mess3.Claims)
        {
            Assert.Contains($"id=\"{verdict.Id}\"", Page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{verdict.Id}\"", Page, StringComparison.Ordinal);
            Assert.Contains(Wording.Outcome(verdict), Page, StringComparison.Ordinal);
        }
        Assert.Contains("1 of 3 registered claims came out as expected; 1 came out opposite and 1 could not be decided.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Sections_StandInTheOrderOfTheirImportance()
    {
        int[] at = [.. new[] { "<h1>", "class=\"verdict opposite\"", "class=\"verdict inconclusive\"", "class=\"verdict expected\"", "class=\"verdict exploratory\"", "id=\"beliefs\"", "id=\"probes\"", "id=\"loss\"", "id=\"claims\"", "id=\"provenance\"" }
            .Select(part => Page.IndexOf(part, StringComparison.Ordinal))];
        Assert.All(at, index => Assert.True(index > 0));
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public void Write_TextOfTheSpec_IsEscaped()
    {
        Assert.Contains("Beliefs &lt; &quot;codes&quot; &amp; an affine image", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Beliefs <", Page, StringComparison.Ordinal);
        Assert.Contains("A sample &amp; its &lt;report&gt;", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Page, HtmlReport.Write(SampleRun.Mess3));

    [Fact]
    public void Write_EveryContextOfTenTokens_StaysSmall()
    {
        ReportModel large = SampleRun.Mess3 with { Picture = LargePicture() };
        string page = HtmlReport.Write(large);
        Assert.Contains("88,572 points", page, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page) < 4_000_000);
        Assert.True(SimplexFigure.Png(large.Picture!).Length < 300_000);
    }

    [Fact]
    public void Write_DivergedRun_SaysSoAndHasNoPicture()
    {
        string page = HtmlReport.Write(SampleRun.Of(KnownProcesses.ZeroOneRandom, 5, [SampleRun.Claim("z1r/x", new AtLeast(0.5))], new Planted(Diverges: true)));
        Assert.Contains("5 of them diverged in training", page, StringComparison.Ordinal);
        Assert.Contains("diverged at step 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"points\"", page, StringComparison.Ordinal);
        Assert.Contains("The statement is not shown to be false", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Arguments_AreACommandThatAShellUnderstands()
    {
        ReportModel quoted = SampleRun.Mess3 with { Provenance = SampleRun.Provenance with { Arguments = ["run", "a b.json", "it's"] } };
        Assert.Contains("harness run &#39;a b.json&#39; &#39;it&#39;\\&#39;&#39;s&#39;", HtmlReport.Write(quoted), StringComparison.Ordinal);
    }

    private static PictureRecord LargePicture()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 10);
        float[] exact = [.. Enumerable.Range(1, tree.Count - 1).SelectMany(node => tree.Belief(node).ToArray()).Select(value => (float)value)];
        float[] blurred = [.. exact.Select((value, i) => value + (0.05f * MathF.Sin(i * 12.9898f)))];
        return PictureRecord.Of(tree, new BeliefPicture(SampleRun.Final, 1, exact, blurred));
    }
}
