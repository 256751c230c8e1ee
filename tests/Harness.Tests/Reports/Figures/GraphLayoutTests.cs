using Harness.Beliefs;
using Harness.Reports.Figures;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class GraphLayoutTests
{
    [Fact]
    public void Places_OfRrxor_AreColumnsByDepthAndARing()
    {
        MixedStatePresentation presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);
        GraphLayout layout = new(presentation);
        int[] transient = [.. Enumerable.Range(0, presentation.Count).Where(state => !presentation.Recurrent[state])];
        int[] recurrent = [.. Enumerable.Range(0, presentation.Count).Where(state => presentation.Recurrent[state])];

        Assert.Equal((0, 0), layout.Places[0]);
        Assert.Equal([1, 2, 4, 8, 10, 4, 2], transient.GroupBy(state => layout.Places[state].X).OrderBy(column => column.Key).Select(column => column.Count()));
        Assert.True(recurrent.Min(state => layout.Places[state].X) > transient.Max(state => layout.Places[state].X));
        Assert.Single(recurrent.Select(state => layout.Centres[state]).Distinct());
        Assert.All(recurrent, state => Assert.Equal(
            Distance(layout.Places[recurrent[0]], layout.Centres[recurrent[0]]), Distance(layout.Places[state], layout.Centres[state]), 1e-9));
    }

    [Fact]
    public void Places_OfAnyTwoStates_AreApart()
    {
        foreach (Harness.Processes.HiddenMarkovModel process in new[] { KnownProcesses.RandomRandomXor, KnownProcesses.Even(), KnownProcesses.GoldenMean(), KnownProcesses.Burst(5, 3) })
        {
            GraphLayout layout = new(MixedStatePresentation.Of(process));
            for (int a = 0; a < layout.Places.Length; a++)
            {
                Assert.All(Enumerable.Range(0, a), b => Assert.True(Distance(layout.Places[a], layout.Places[b]) >= 45));
            }
        }
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
