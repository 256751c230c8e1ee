using System.Globalization;
using System.Xml.Linq;
using Harness.Reports.Records;

namespace Harness.Reports.Text;

/// <summary>Verdicts as JUnit XML: failure where a claim gates and did not come out as expected, skipped where it does not gate.</summary>
internal static class Junit
{
    public static string Write(IReadOnlyList<ReportModel> models)
    {
        XElement root = new("testsuites", models.Select(Suite));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Suite(ReportModel model) => new("testsuite",
        new XAttribute("name", model.Experiment.Id),
        new XAttribute("tests", model.Claims.Count),
        new XAttribute("failures", model.Claims.Count(claim => claim.Fails)),
        new XAttribute("errors", 0),
        new XAttribute("skipped", model.Claims.Count(claim => !claim.Gates)),
        new XAttribute("time", model.Provenance.Seconds.ToString("F1", CultureInfo.InvariantCulture)),
        model.Claims.Select(Case));

    private static XElement Case(VerdictRecord claim) => new("testcase",
        new XAttribute("name", Wording.Title(claim)),
        new XAttribute("classname", "claims"),
        !claim.Gates
            ? new XElement("skipped", new XAttribute("message", $"exploratory: {Wording.Outcome(claim)}"))
            : claim.Fails
                ? new XElement("failure", new XAttribute("type", Wording.Word(claim.Outcome)), new XAttribute("message", Wording.Outcome(claim)), claim.Reason.Text)
                : null,
        new XElement("system-out", $"{claim.Statement}\n{Wording.Outcome(claim)}: {claim.Reason.Text}"));
}
