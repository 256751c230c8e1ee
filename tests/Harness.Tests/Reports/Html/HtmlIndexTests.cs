using Harness.Reports.Html;
using Xunit;

namespace Harness.Tests.Reports.Html;

public sealed class HtmlIndexTests
{
    [Fact]
    public void Write_SeveralExperiments_LinksEachReportAndShowsEveryOutcome()
    {
        string page = HtmlIndex.Write([SampleRun.Mess3, SampleRun.Mess3]);

        Assert.Contains("<title>2 experiments · Harness</title>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{SampleRun.Mess3.Experiment.Id}/report.html\"", page, StringComparison.Ordinal);
        Assert.All(SampleRun.Mess3.Claims, claim => Assert.Contains(Harness.Reports.Wording.Outcome(claim), page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}
