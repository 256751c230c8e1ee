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

    [Fact]
    public void Exceeds_GapKnownFromShortContexts_IsKnownBeforeTheLongOnes()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 8);
        TransformerLayout layout = TrainingTasks.Tiny.Layout(tree);
        using TransformerWeights uniform = new(layout, new float[layout.Count]);
        ExactLoss whole = new(tree, 8), part = new(tree, 8);
        TreeEvaluation.Run(uniform, tree, [], whole, CancellationToken.None);
        int asked = 0;
        TreeEvaluation.Run(uniform, tree, [], part, CancellationToken.None, () => ++asked > 0 && part.Exceeds(whole.GapNats / 2));
        Assert.InRange(asked, 2, 7);
        Assert.InRange(part.GapNats, whole.GapNats / 2, whole.GapNats);
        Assert.False(whole.Exceeds(whole.GapNats));
    }
}
