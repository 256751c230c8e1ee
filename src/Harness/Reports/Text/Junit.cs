using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Harness.Reports.Records;
using Harness.Specs;

namespace Harness.Reports.Text;

/// <summary>Verdicts as JUnit XML: failure where a claim gates and did not come out as expected, skipped where it does not gate, error where nothing could be judged.</summary>
internal static class Junit
{
    /// <param name="forAll">Verdicts of claims for all processes of a family; a suite of their own.</param>
    public static string Write(IReadOnlyList<ReportModel> models, IReadOnlyList<VerdictRecord>? forAll = null) => Write(new XElement("testsuites",
        models.Select(model => Suite(model.Experiment.Id, model.Claims, model.Provenance.Seconds)),
        forAll is { Count: > 0 } ? Suite("for-all", forAll, 0) : null));

    /// <summary>A run that came to no verdict: one test case for each file with problems, or one for the command itself.</summary>
    public static string Write(RunFailure failure)
    {
        XElement[] cases = [.. failure.Problems.GroupBy(problem => problem.File).Select(file => Broken(file.Key, failure.Kind, First(file.First()), string.Join("\n", file)))
            .DefaultIfEmpty(Broken("harness run", failure.Kind, failure.Message.Split('\n')[0], failure.Message))];
        return Write(new XElement("testsuites", new XElement("testsuite", Numbers("harness", cases.Length, 0, cases.Length, 0, 0), cases)));
    }

    private static XElement Suite(string name, IReadOnlyList<VerdictRecord> claims, double seconds) => new("testsuite",
        Numbers(name, claims.Count, claims.Count(claim => claim.Fails), 0, claims.Count(claim => !claim.Gates), seconds),
        claims.Select(Case));

    private static XElement Case(VerdictRecord claim) => new("testcase",
        new XAttribute("name", Clean(Wording.Title(claim))),
        new XAttribute("classname", "claims"),
        !claim.Gates
            ? new XElement("skipped", new XAttribute("message", $"exploratory: {Wording.Outcome(claim)}"))
            : claim.Fails
                ? new XElement("failure", new XAttribute("type", Wording.Word(claim.Outcome)), new XAttribute("message", Clean($"{Wording.Outcome(claim)}: {claim.Reason.Text}")), Clean(VerdictBlock.Write(claim)))
                : null,
        new XElement("system-out", Clean(VerdictBlock.Write(claim))));

    private static XElement Broken(string name, string kind, string message, string text) => new("testcase",
        new XAttribute("name", Clean(name)),
        new XAttribute("classname", "harness"),
        new XElement("error", new XAttribute("type", kind), new XAttribute("message", Clean(message)), Clean(text)));

    private static string First(Problem problem) => $"{problem.Finding.Code} {problem.Finding.What}";

    private static XAttribute[] Numbers(string name, int tests, int failures, int errors, int skipped, double seconds) =>
    [
        new("name", Clean(name)), new("tests", tests), new("failures", failures), new("errors", errors), new("skipped", skipped),
        new("time", seconds.ToString("F1", CultureInfo.InvariantCulture)),
    ];

    // A spec may say anything; XML may not.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    private static string Write(XElement root) => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n";
}
