using System.Text;
using Harness.Measurements;
using Harness.Reports.Figures;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>Whether the networks learned to predict: exact loss against the optimum, and the course of training.</summary>
internal static class LossSection
{
    public static string Write(ReportModel model)
    {
        Svg[] figures = [.. new[] { LossByLength.Draw(model), TrainingCurves.Draw(model) }.OfType<Svg>()];
        StringBuilder html = new("<section id=\"loss\">\n<h2>Did the networks learn to predict?</h2>\n");
        if (figures.Length > 0)
        {
            html.Append("<p>The loss is exact: an expectation over every context, not a sample. A network is worth probing when its excess over the optimum is well below that of the k-gram tables ")
                .Append("(dashed, averaged over the trained lengths). Grey lines are the networks before training.</p>\n<div class=\"multiples wide\">\n");
            foreach (Svg figure in figures)
            {
                html.Append("<div>").Append(figure.Inline()).Append("</div>\n");
            }
            html.Append("</div>\n");
        }
        html.Append("<div class=\"scroll\"><table class=\"numbers\"><caption>Mean over the trained context lengths, nats per token</caption><thead><tr><th>seed</th><th>loss</th><th>optimum</th>")
            .Append("<th>gap</th><th>worst gap</th><th>at length</th><th>untrained</th><th>steps</th></tr></thead><tbody>\n");
        foreach (ReplicateRecord replicate in model.Replicates)
        {
            html.Append("<tr><th>").Append(Wording.Count(replicate.Seed)).Append("</th>").Append(Cells(replicate)).Append("<td>").Append(Wording.Grouped(replicate.Training.Steps)).Append("</td></tr>\n");
        }
        return html.Append("</tbody></table></div>\n</section>\n").ToString();
    }

    private static string Cells(ReplicateRecord replicate)
    {
        if (replicate.Loss is not { } loss)
        {
            string at = replicate.Training.DivergedAtStep is { } step ? $" at step {Wording.Grouped(step)}" : "";
            return $"<td colspan=\"6\">diverged{at}: the loss was not finite</td>";
        }
        double?[] numbers = [loss.MeanNats, loss.OptimalMeanNats, loss.GapNats, loss.WorstGapNats];
        return string.Concat(numbers.Select((number, i) => $"<td>{(i < 2 ? Loss(number) : Wording.Number(number))}</td>"))
            + $"<td>{Wording.Count(loss.WorstLength)}</td><td>{Loss((replicate.UntrainedLoss as LossProfile)?.MeanNats)}</td>";
    }

    // Losses that differ in the fourth decimal are different losses.
    private static string Loss(double? nats) => nats is { } value ? value.ToString("F5", System.Globalization.CultureInfo.InvariantCulture) : Wording.None;
}
