using System.Text;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Reports.Figures;

namespace Harness.Reports.Html;

/// <summary>Probe R² at every location beside its nulls: a picture for each partition, and all numbers under them.</summary>
internal static class ProbeSection
{
    public static string Write(ReportModel model)
    {
        IReadOnlyList<Partition> partitions = ProbeFigure.Partitions(model);
        if (partitions.Count == 0)
        {
            return "";
        }
        StringBuilder html = new();
        html.Append("<section id=\"probes\">\n<h2>What a probe decodes, and what decodes it without a network</h2>\n<p>Held-out R² of the belief state at every location, one dot for each trained network. ")
            .Append("How contexts are held out decides what a high number means: by subtree, related contexts may still share a suffix; by suffix, the recent past is new; by belief, whole belief states are.</p>\n")
            .Append("<div class=\"key\">").Append(ProbeFigure.Key().Inline()).Append("</div>\n<div class=\"multiples\">\n");
        foreach (Partition partition in partitions)
        {
            html.Append("<div>").Append(ProbePanel.Draw(model, partition).Inline()).Append("</div>\n");
        }
        html.Append("</div>\n");
        foreach (Partition partition in Enum.GetValues<Partition>().Except(partitions))
        {
            if (ProbeFigure.Missing(model, partition) is { } why)
            {
                html.Append("<p class=\"soft\">Held out ").Append(ProbePanel.Title(partition)).Append(", R² is undefined: ").Append(Markup.Escape(why)).Append(".</p>\n");
            }
        }
        html.Append("<details><summary>All numbers</summary><div class=\"scroll\">").Append(Table(model, partitions)).Append("</div></details>\n</section>\n");
        return html.ToString();
    }

    private static string Table(ReportModel model, IReadOnlyList<Partition> partitions)
    {
        StringBuilder html = new("<table class=\"numbers\"><caption>R², mean over networks; least and greatest of the trained ones below it</caption><thead><tr><th rowspan=\"2\">location</th>");
        foreach (Partition partition in partitions)
        {
            html.Append("<th colspan=\"4\" class=\"group\">").Append(ProbePanel.Title(partition)).Append("</th>");
        }
        html.Append("</tr><tr>").Append(string.Concat(partitions.Select(_ => "<th class=\"first\">trained</th><th>untrained</th><th>permuted</th><th>shuffled</th>"))).Append("</tr></thead><tbody>\n");
        foreach (string location in model.Replicates.SelectMany(replicate => replicate.Probes).Select(row => row.Location.Name).Distinct())
        {
            html.Append("<tr><th><code>").Append(Markup.Escape(location)).Append("</code></th>");
            foreach (Partition partition in partitions)
            {
                ProbeRow[] rows = [.. model.Replicates.SelectMany(replicate => replicate.Probes).Where(row => row.Partition == partition && row.Location.Name == location)];
                html.Append("<td class=\"first\">").Append(Mean(rows, row => row.Trained)).Append(Range(rows)).Append("</td><td>").Append(Mean(rows, row => row.Untrained))
                    .Append("</td><td>").Append(Mean(rows, row => row.Permuted)).Append("</td><td>").Append(Mean(rows, row => row.Shuffled)).Append("</td>");
            }
            html.Append("</tr>\n");
        }
        foreach (string name in partitions.SelectMany(partition => ProbePanel.Nulls(model, partition).Keys).Distinct())
        {
            html.Append("<tr class=\"null\"><th>").Append(Markup.Escape(name)).Append("</th>");
            foreach (Partition partition in partitions)
            {
                html.Append("<td class=\"first\">").Append(ProbePanel.Nulls(model, partition).TryGetValue(name, out Measured? value) ? Cell(value) : Wording.None).Append("</td><td colspan=\"3\"></td>");
            }
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static string Cell(Measured value) =>
        value.Value is { } number ? Wording.Number(number) : $"<span title=\"{Markup.Escape(value.Why)}\">undefined</span>";

    private static string Mean(ProbeRow[] rows, Func<ProbeRow, Measured> of) =>
        rows.Length == 0 ? Wording.None
        : rows.Select(of).FirstOrDefault(value => value.Value is null) is { } undefined ? Cell(undefined)
        : Wording.Number(rows.Average(row => of(row).Value!.Value));

    private static string Range(ProbeRow[] rows) => rows.Length == 0 || rows.Any(row => row.Trained.Value is null)
        ? ""
        : $"<small>{Wording.Number(rows.Min(row => row.Trained.Value!.Value))} – {Wording.Number(rows.Max(row => row.Trained.Value!.Value))}</small>";
}
