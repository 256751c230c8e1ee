namespace Harness.Reports.Html;

/// <summary>One page for a run: conclusion, picture, numbers, details, provenance.</summary>
internal static class HtmlReport
{
    public static string Write(ReportModel model) => HtmlPage.Write(
        model.Experiment.Title,
        string.Join('\n', ConclusionSection.Write(model), BeliefSection.Write(model), ProbeSection.Write(model), LossSection.Write(model), ClaimSection.Write(model), ProvenanceSection.Write(model)),
        Resources.Text("report.js"));
}
