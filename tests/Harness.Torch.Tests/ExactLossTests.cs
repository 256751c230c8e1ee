using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Torch.Tests;

public sealed class ExactLossTests
{
    // Optimal mean losses in nats, from an independent calculation.
    [Theory]
    [InlineData(8, 0.804775)]
    [InlineData(7, 0.806391)]
    public void GapNats_NetworkThatKnowsNothing_IsTheDistanceToTheKnownOptimum(int length, double optimum)
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 8);
        float[] zeros = new float[TrainingTasks.Tiny.Layout(tree).Count];
        using INetwork uniform = TrainingTasks.Tiny.Load(tree, new Seed(1), zeros);
        ExactLoss loss = new(tree, length);
        uniform.Evaluate(tree, [], loss, CancellationToken.None);
        Assert.Equal(Math.Log(3) - optimum, loss.GapNats, 1e-6);
    }
}
