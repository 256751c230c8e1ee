using System.Xml.Linq;
using Harness.Reports.Text;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class JunitTests
{
    [Fact]
    public void Write_OfARun_CountsFailuresAndWhatDoesNotGate()
    {
        XElement suite = Assert.Single(Parse(Junit.Write([SampleRun.Mess3])).Elements("testsuite"));
        Assert.Equal(["sample", "4", "2", "0", "1", "12.5"], new[] { "name", "tests", "failures", "errors", "skipped", "time" }.Select(name => suite.Attribute(name)!.Value));
        Assert.Equal(2, suite.Descendants("failure").Count());
        Assert.Single(suite.Descendants("skipped"));
        Assert.All(suite.Elements("testcase"), test => Assert.Contains("Beliefs < \"codes\" & an affine image", test.Element("system-out")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OfProblems_HasACaseForEachFile()
    {
        Problem[] problems = [.. new[] { ("a.json", 1), ("b.json", 2), ("a.json", 3) }.Select(at => new Problem(at.Item1, at.Item2, 1, "$", new Finding("SPEC001", $"Wrong {at.Item2}.", "Mend it.")))];
        XElement suite = Assert.Single(Parse(Junit.Write(RunFailure.Of(new SpecException(problems)))).Elements("testsuite"));
        Assert.Equal(("2", "2", "0"), (suite.Attribute("tests")!.Value, suite.Attribute("errors")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal(["a.json: SPEC001 Wrong 1.", "b.json: SPEC001 Wrong 2."], suite.Elements("testcase").Select(test => $"{test.Attribute("name")!.Value}: {test.Element("error")!.Attribute("message")!.Value}"));
        Assert.Contains("Wrong 3.", suite.Elements("testcase").First().Element("error")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfACrash_HasItsFirstLineAndItsText()
    {
        XElement error = Assert.Single(Parse(Junit.Write(RunFailure.Of(new InvalidOperationException("broken\nbadly")))).Descendants("error"));
        Assert.Equal(("crash", "System.InvalidOperationException: broken"), (error.Attribute("type")!.Value, error.Attribute("message")!.Value));
        Assert.EndsWith("badly", error.Value, StringComparison.Ordinal);
    }

    private static XElement Parse(string xml) => XDocument.Parse(xml).Root!;
}
