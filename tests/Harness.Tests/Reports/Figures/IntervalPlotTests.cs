using Harness.Claims;
using Harness.Reports.Figures;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class IntervalPlotTests
{
    [Fact]
    public void Draw_ClaimAgainstNulls_HasARowForEachAndColoursTheSides()
    {
        string svg = IntervalPlot.Draw(SampleRun.Mess3.Claims[1])!.Inline();
        Assert.Contains(">over untrained<", svg, StringComparison.Ordinal);
        Assert.Contains(">over table-1<", svg, StringComparison.Ordinal);
        Assert.Contains("interval reject", svg, StringComparison.Ordinal);
        Assert.Contains("interval accept", svg, StringComparison.Ordinal);
        Assert.Contains("+0.2 needed", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_ClaimAgainstAConstant_ShowsEverySeedAndTheNulls()
    {
        string svg = IntervalPlot.Draw(SampleRun.Mess3.Claims[0])!.Inline();
        Assert.Equal(5, svg.Split("class=\"seed\"").Length - 1);
        Assert.Contains(">untrained<", svg, StringComparison.Ordinal);
    }

    // Values of the measure on the axis of a share would say something false.
    [Fact]
    public void Draw_AShare_HasAnAxisOfItsOwn()
    {
        Estimate estimate = new(6, 1, 0.54, 1, "proportion 0.5 0.95");
        string svg = IntervalPlot.Draw(SampleRun.Mess3.Claims[0] with { Comparisons = [new Comparison(null, "≥ 0.9", 0.5, estimate, Side.Accept, Quantity: "share")] })!.Inline();

        Assert.Contains("share ≥ 0.5 needed", svg, StringComparison.Ordinal);
        Assert.Contains(">share<", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"seed\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">untrained<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_NothingCompared_IsNothing() =>
        Assert.Null(IntervalPlot.Draw(SampleVerdict.Of("a", Outcome.Inconclusive) with { Comparisons = [new Comparison(null, "≥ 0.9", 0.9, null, Side.Straddle, "too few replicates")] }));
}
