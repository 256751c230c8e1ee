using System.Text;
using System.Xml.Linq;
using Harness.Claims;
using Harness.Reports.Figures;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class FigureFilesTests
{
    [Fact]
    public void Of_Run_GivesSmallWellFormedFigures()
    {
        IReadOnlyDictionary<string, byte[]> files = FigureFiles.Of(SampleRun.Mess3);
        Assert.Equal(["loss.svg", "probes.svg", "simplex.png", "simplex.svg"], files.Keys);
        foreach ((string name, byte[] content) in files.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)))
        {
            Assert.True(content.Length < 1_000_000, name);
            XElement svg = XDocument.Parse(Encoding.UTF8.GetString(content)).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_Run_DrawsADotForEveryReplicateAndLocation()
    {
        XElement svg = XDocument.Parse(Encoding.UTF8.GetString(FigureFiles.Of(SampleRun.Mess3)["probes.svg"])).Root!;
        int dots = svg.Descendants().Count(element => element.Name.LocalName == "circle" && (string?)element.Attribute("class") == "trained" && element.HasElements);
        Assert.Equal(5 * 5 * 2, dots);
    }

    [Fact]
    public void Of_OneState_HasNoSimplex() =>
        Assert.DoesNotContain("simplex.png", FigureFiles.Of(SampleRun.Of(KnownProcesses.Coin(0.5), 4, [SampleRun.Claim("coin/x", new AtLeast(0.5))])).Keys);
}
