using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefIndexTests
{
    [Fact]
    public void Nearest_PairsAtEveryOffset_AreNeverSplitByABucketEdge()
    {
        for (int i = 0; i < 2000; i++)
        {
            double p = 0.3 + (i * 1.3e-9);
            BeliefIndex index = new(3);
            int id = index.Add([p, 0.2, 0.8 - p]);

            (int found, double distance) = index.Nearest([p + 9e-11, 0.2, 0.8 - p - 9e-11]);

            Assert.Equal(id, found);
            Assert.InRange(distance, 8.9e-11, 9.1e-11);
        }
    }

    [Fact]
    public void Nearest_OfSeveral_IsTheNearest()
    {
        BeliefIndex index = new(2);
        index.Add([0.5, 0.5]);
        int near = index.Add([0.5 + 3e-7, 0.5 - 3e-7]);

        Assert.Equal(near, index.Nearest([0.5 + 2e-7, 0.5 - 2e-7]).Id);
    }

    [Fact]
    public void Nearest_BeyondTheRadius_IsNone() => Assert.Equal(-1, With([0.5, 0.5]).Nearest([0.501, 0.499]).Id);

    private static BeliefIndex With(double[] belief)
    {
        BeliefIndex index = new(belief.Length);
        index.Add(belief);
        return index;
    }
}
