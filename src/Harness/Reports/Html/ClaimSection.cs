using System.Text;
using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Measurements;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>Everything about each claim: how it was measured, every null with its paired difference, every raw value.</summary>
internal static class ClaimSection
{
    public static string Write(ReportModel model)
    {
        StringBuilder html = new("<section id=\"claims\">\n<h2>The claims in full</h2>\n");
        foreach (VerdictRecord verdict in model.Claims)
        {
            html.Append("<article class=\"claim\" id=\"").Append(Markup.Escape(verdict.Id)).Append("\">\n<h3><span class=\"mark ").Append(ConclusionSection.Style(verdict)).Append("\" aria-hidden=\"true\">")
                .Append(Wording.Mark(verdict)).Append("</span> ").Append(Markup.Escape(Wording.Title(verdict))).Append(" <span class=\"soft\">")
                .Append(Markup.Escape(Wording.Outcome(verdict))).Append("</span></h3>\n<p class=\"statement\">").Append(Markup.Escape(verdict.Statement)).Append("</p>\n");
            Facts(html, verdict);
            Nulls(html, verdict);
            Replicates(html, verdict);
            html.Append("</article>\n");
        }
        return html.Append("</section>\n").ToString();
    }

    private static void Facts(StringBuilder html, VerdictRecord verdict)
    {
        html.Append("<dl class=\"facts\">");
        Fact(html, "reason", $"{Markup.Escape(verdict.Reason.Text)} <span class=\"soft\">({Markup.Escape(verdict.Reason.Code)})</span>");
        Fact(html, "source", Markup.Escape(verdict.Source));
        Fact(html, "measure", Properties(verdict.Measure));
        Fact(html, "comparator", Properties(verdict.Comparator));
        Fact(html, "interval", Properties(verdict.Interval));
        Fact(html, "estimate", verdict.Estimate is { } estimate ? $"{Wording.Interval(estimate)}, n = {Wording.Count(estimate.N)}" : "undefined");
        Fact(html, "preconditions", string.Join("<br>", verdict.Preconditions.Select(precondition => Markup.Escape(
            $"{precondition.Kind}: {Wording.Count(precondition.Held)} of {Wording.Count(precondition.Of)} at or below {Wording.Number(precondition.Bound)}; worst {Wording.Number(precondition.Worst)}"))));
        Fact(html, "controls", string.Join("<br>", verdict.Controls.Select(control => Markup.Escape(
            $"{(Wording.Works(control) ? '✓' : '✗')} {control.Kind}: {Wording.Word(control.Outcome)}, must be {Wording.Word(control.Expected)}; mean {Wording.Number(control.Mean)}"))));
        Fact(html, "cautions", string.Join("<br>", verdict.Cautions.Select(Markup.Escape)));
        html.Append("</dl>\n");
    }

    private static void Fact(StringBuilder html, string name, string content)
    {
        if (content.Length > 0)
        {
            html.Append("<dt>").Append(name).Append("</dt><dd>").Append(content).Append("</dd>\n");
        }
    }

    private static string Properties(JsonObject node) => string.Join(" · ", node
        .Where(property => property.Value is not null && property.Key != "label")
        .Select(property => property.Key == "kind" ? $"<b>{Markup.Escape(Text(property.Value!))}</b>" : $"{Markup.Escape(property.Key)} <code>{Markup.Escape(Text(property.Value!))}</code>"));

    private static string Text(JsonNode node) => node is JsonArray array ? string.Join(", ", array.Select(item => Text(item!))) : node.ToString();

    private static void Nulls(StringBuilder html, VerdictRecord verdict)
    {
        if (verdict.Nulls.Count == 0)
        {
            return;
        }
        html.Append("<div class=\"scroll\"><table class=\"numbers\"><thead><tr><th>null</th><th>its own value</th><th>paired difference</th><th class=\"left\">must be exceeded</th></tr></thead><tbody>\n");
        foreach (NullResult null_ in verdict.Nulls)
        {
            html.Append("<tr><th>").Append(Markup.Escape(null_.Name)).Append("</th><td>")
                .Append(null_.Estimate is null ? Markup.Escape(null_.Undefined ?? "undefined") : Wording.Interval(null_.Estimate)).Append("</td><td>")
                .Append(null_.Difference is null ? Wording.None : Wording.Interval(null_.Difference)).Append("</td><td class=\"left\">").Append(null_.Listed ? "yes" : "").Append("</td></tr>\n");
        }
        html.Append("</tbody></table></div>\n");
    }

    private static void Replicates(StringBuilder html, VerdictRecord verdict)
    {
        string[] details = [.. verdict.Replicates.SelectMany(replicate => replicate.Details.Keys).Distinct()];
        string[] rivals = [.. verdict.Replicates.SelectMany(replicate => replicate.Rivals.Keys).Distinct()];
        html.Append("<details><summary>Raw values of every replicate</summary><div class=\"scroll\"><table class=\"numbers\"><thead><tr><th>seed</th><th>value</th><th>loss gap</th><th>worst gap</th><th>at length</th>")
            .Append(string.Concat(details.Concat(rivals).Select(name => $"<th>{Markup.Escape(name)}</th>"))).Append("</tr></thead><tbody>\n");
        foreach (ReadingRecord replicate in verdict.Replicates)
        {
            html.Append("<tr><th>").Append(Wording.Count(replicate.Seed)).Append("</th><td>").Append(replicate.Value is { } value ? Wording.Raw(value) : Markup.Escape(replicate.Undefined))
                .Append("</td><td>").Append(Wording.Number(replicate.LossGapNats)).Append("</td><td>").Append(Wording.Number(replicate.WorstGapNats)).Append("</td><td>")
                .Append(replicate.WorstLength is { } length ? Wording.Count(length) : Wording.None).Append("</td>");
            foreach (string name in details)
            {
                html.Append("<td>").Append(replicate.Details.TryGetValue(name, out double detail) ? Wording.Raw(detail) : Wording.None).Append("</td>");
            }
            foreach (string name in rivals)
            {
                html.Append("<td>").Append(replicate.Rivals.TryGetValue(name, out Measured? rival) ? Wording.Number(rival) : Wording.None).Append("</td>");
            }
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div></details>\n");
    }
}
