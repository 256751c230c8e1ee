using Harness.Activations;
using Harness.Beliefs;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class LevelRecordTests
{
    [Fact]
    public void Visit_KeepsActivationsOfOneLengthAndPredictionsOfAnother()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 4);
        LevelRecord record = new(tree, 2, 3);
        using INetwork network = new Planted(DModel: 5).Load(tree, new Seed(1), []);

        network.Evaluate(tree, ["ln_final"], record, CancellationToken.None);

        Assert.Equal((9, 27), (record.Activations.Length, record.LogProbabilities.Length));
        Assert.All(record.Activations, activation => Assert.Equal(5, activation.Length));
        double[] law = new double[3];
        tree.NextToken(tree.LevelStart[3] + 4, law);
        Assert.Equal(law.Select(probability => Math.Log(probability)), record.LogProbabilities[4], (a, b) => Math.Abs(a - b) < 1e-5);
    }
}
