using System.Text;
using Harness.Claims;
using Harness.Reports.Records;
using Harness.Reports.Text;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class MarkdownTests
{
    private static readonly VerdictRecord[] OneOfEach =
    [
        SampleVerdict.Of("a/fine", Outcome.Supported),
        SampleVerdict.Of("b/open", Outcome.Inconclusive),
        SampleVerdict.Of("c/curious", Outcome.Refuted, status: ClaimStatus.Exploratory),
        SampleVerdict.Of("d/opposite", Outcome.Refuted),
    ];

    [Fact]
    public void Write_OneOfEach_PutsFailuresFirstAndFoldsTheRest()
    {
        string text = Markdown.Write(OneOfEach);
        int[] order = [.. new[] { "❌ d/opposite", "❔ b/open", "<details><summary>1 as expected", "✅ a/fine", "<details><summary>1 exploratory", "· c/curious" }.Select(part => text.IndexOf(part, StringComparison.Ordinal))];
        Assert.All(order, at => Assert.True(at >= 0));
        Assert.Equal(order.Order(), order);
        Assert.StartsWith("## Claims — 1 as expected · 1 opposite · 1 inconclusive · 1 exploratory\n", text, StringComparison.Ordinal);
        Assert.Contains("**refuted** (supported)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TooManyClaims_KeepsFailuresAndSaysWhatIsMissing()
    {
        VerdictRecord[] many = [.. Enumerable.Range(0, 10_000).Select(i => SampleVerdict.Of($"claim/{i}", Outcome.Supported)), SampleVerdict.Of("last/opposite", Outcome.Refuted)];
        string text = Markdown.Write(many);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 850_000, Markdown.DefaultCap);
        Assert.Contains("❌ last/opposite", text, StringComparison.Ordinal);
        Assert.Contains("claims left out", text, StringComparison.Ordinal);
        Assert.DoesNotContain("claim/9999", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Cautions_StandBesideTheOutcome() =>
        Assert.Contains("**supported** (supported)<br>⚠ NOT WHAT \\*WAS\\* REGISTERED |", Markdown.Write([SampleVerdict.Of("a/b", Outcome.Supported) with { Cautions = ["NOT WHAT *WAS* REGISTERED"] }]), StringComparison.Ordinal);

    [Fact]
    public void Write_OfARunWithoutVerdicts_ListsTheProblemsBelowTheLimit()
    {
        Problem[] problems = [.. Enumerable.Range(1, 200).Select(line => new Problem("a_b.json", line, 1, "$", new Finding("SPEC001", "'x' <is> wrong.", "Mend it.")))];
        string text = Markdown.Write(new RunFailure("invalid-spec", problems, ""), 5000);
        Assert.StartsWith("## Claims — nothing was judged\n\n- `a_b.json:1` SPEC001 'x' &lt;is&gt; wrong. Mend it.\n", text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 3900, 5000);
        Assert.Matches(@"_\d+ problems left out to stay below the size limit of a summary\._", text);
    }

    [Fact]
    public void Write_OfACrash_SaysWhatBroke() =>
        Assert.EndsWith("\n\nSystem.InvalidOperationException: a \\| b\n", Markdown.Write(RunFailure.Of(new InvalidOperationException("a | b"))), StringComparison.Ordinal);

    [Fact]
    public void Write_CharactersOfMarkdown_AreEscaped()
    {
        string text = Markdown.Write([SampleVerdict.Of("a|b_c", Outcome.Refuted, reason: "x < y & [z]\nnext | line")]);
        Assert.Contains("a\\|b\\_c v2", text, StringComparison.Ordinal);
        Assert.Contains("x &lt; y &amp; \\[z\\] next \\| line", text, StringComparison.Ordinal);
    }
}
