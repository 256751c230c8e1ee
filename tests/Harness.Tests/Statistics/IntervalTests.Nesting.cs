using Harness.Numerics;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

/// <summary>Every kind at fifty levels: bootstraps among them, so that it takes seconds.</summary>
public sealed partial class IntervalTests
{
    // Without it a bisection over the level would not find the least level that decides.
    [Fact]
    public void Of_RisingLevels_AreNested()
    {
        RandomStream random = new(23);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => 1 - Math.Exp(-3 + random.NextNormal()))];
        foreach (Interval interval in s_kinds)
        {
            Estimate[] estimates = [.. Enumerable.Range(50, 50).Select(percent => (interval with { Level = percent / 100.0 }).Of(values, Region.AtLeast(0.95))!)];

            Assert.Equal(estimates.Select(estimate => estimate.Low).OrderDescending(), estimates.Select(estimate => estimate.Low));
            Assert.Equal(estimates.Select(estimate => estimate.High).Order(), estimates.Select(estimate => estimate.High));
            Assert.All(estimates, estimate => Assert.Equal(estimates[0].Mean, estimate.Mean, 1e-12));
        }
    }
}
