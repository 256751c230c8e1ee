using System.Text;
using Harness.Claims;
using Harness.Reports.Figures;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>The headline, then one entry for each claim: what came out, what was expected, and the interval that decided it.</summary>
internal static class ConclusionSection
{
    public static string Write(ReportModel model)
    {
        StringBuilder html = new();
        html.Append("<header><p class=\"kicker\">").Append(Markup.Escape(model.Experiment.Title)).Append("</p>\n<h1>")
            .Append(Markup.Escape(Headline.Of(model.Claims))).Append("</h1>\n<p class=\"lede\">").Append(Markup.Escape(Lede(model))).Append("</p></header>\n");
        if (model.Experiment.Exploratory)
        {
            html.Append("<p class=\"notice\">The seeds of this run were chosen on the command line: nothing in it gates, registered claims included.</p>\n");
        }
        html.Append("<section class=\"verdicts\">\n");
        foreach (VerdictRecord verdict in model.Claims.OrderBy(verdict => verdict.Rank))
        {
            Card(html, verdict);
        }
        return html.Append("</section>\n").Append(Glossary).ToString();
    }

    /// <summary>The name of the class that colours a verdict.</summary>
    public static string Style(VerdictRecord verdict) =>
        !verdict.Gates ? "exploratory" : verdict.AsExpected ? "expected" : verdict.Outcome == Outcome.Inconclusive ? "inconclusive" : "opposite";

    private static string Lede(ReportModel model)
    {
        ExperimentRecord experiment = model.Experiment;
        string parameters = string.Join(", ", experiment.Process.Parameters.Select(parameter => $"{parameter.Key} = {Scale.Label(parameter.Value)}"));
        int lost = model.Replicates.Count(replicate => replicate.Loss is null);
        string exploratory = Tally.Of(model.Claims).Registered > 0 ? Headline.Exploratory(model.Claims) : "";
        return string.Join(" ", new[]
        {
            $"{Wording.Plural(model.Replicates.Count, "network")} on {experiment.Process.Id}{(parameters.Length > 0 ? $" ({parameters})" : "")},",
            $"one for each seed, examined on all {Wording.Grouped(experiment.Contexts)} contexts of up to {Wording.Plural(experiment.Window, "token")}.",
            lost > 0 ? $"{Wording.Count(lost)} of them diverged in training." : "",
            exploratory.Length > 0 ? $"Beside them, {exploratory}." : "",
        }.Where(part => part.Length > 0));
    }

    private static void Card(StringBuilder html, VerdictRecord verdict)
    {
        html.Append("<article class=\"verdict ").Append(Style(verdict)).Append("\">\n<div class=\"finding\">\n<p class=\"outcome\"><span class=\"mark\" aria-hidden=\"true\">")
            .Append(Wording.Mark(verdict)).Append("</span> <strong>").Append(Wording.Word(verdict.Outcome)).Append("</strong><span class=\"expectation\">")
            .Append(verdict.AsExpected ? ", as expected" : $", though {Wording.Word(verdict.Expected)} was expected").Append("</span></p>\n<p class=\"statement\">")
            .Append(Markup.Escape(verdict.Statement)).Append("</p>\n<p class=\"reason\">").Append(Markup.Escape(Sentence(verdict.Reason.Text))).Append("</p>\n<p class=\"meta\"><a href=\"#")
            .Append(Markup.Escape(verdict.Id)).Append("\">").Append(Markup.Escape(Wording.Title(verdict))).Append("</a> · ").Append(Wording.Word(verdict.Status)).Append(" · ")
            .Append(Wording.Seeds(verdict)).Append(" seeds");
        if (verdict.Controls.Count > 0)
        {
            html.Append(" · controls ").Append(Wording.Controls(verdict));
        }
        html.Append("</p>\n</div>\n<div class=\"evidence\"><p class=\"estimate\"><b>").Append(Wording.Number(verdict.Estimate?.Mean)).Append("</b>");
        if (verdict.Estimate is { } estimate)
        {
            html.Append(" <span>[").Append(Wording.Number(estimate.Low)).Append(", ").Append(Wording.Number(estimate.High)).Append("]</span>");
        }
        html.Append(" <span class=\"label\">").Append(Markup.Escape(verdict.Label)).Append("</span></p>\n").Append(IntervalPlot.Draw(verdict)?.Inline()).Append("</div>\n</article>\n");
    }

    private static string Sentence(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (text.EndsWith('.') ? "" : ".");

    private const string Glossary =
        """
        <details class="glossary"><summary>How to read this</summary>
        <dl>
        <dt>supported</dt><dd>the whole interval over the trained networks lies where the statement says, for everything it is compared with.</dd>
        <dt>refuted</dt><dd>a whole interval lies on the other side. A claim may expect this: a gated negative result.</dd>
        <dt>inconclusive</dt><dd>an interval straddles the bound, a network did not learn its task, or a control failed. The statement is not shown to be false.</dd>
        <dt>R²</dt><dd>the share of the variance of the belief state that an affine map of the activations predicts on contexts it was not fitted to.</dd>
        <dt>untrained</dt><dd>the same network before training, at the same place.</dd>
        <dt>next-token</dt><dd>no network: the exact law of the next token. Where it scores 1, decoding beliefs shows no more than predicting well.</dd>
        <dt>last-1, last-all</dt><dd>no network: the last token, or the token at every lag, each with the position.</dd>
        <dt>table-k</dt><dd>no network: the mean belief of the contexts that end in the same k tokens.</dd>
        <dt>permuted, shuffled</dt><dd>the beliefs exchanged among mixed states, or among contexts of a length: what a code without the geometry scores.</dd>
        <dt>controls</dt><dd>the same instrument where the answer is known: it must say yes to planted beliefs, and no to shuffled ones.</dd>
        </dl></details>

        """;
}
