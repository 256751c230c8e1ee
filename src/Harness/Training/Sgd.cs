using Harness.Specs;

namespace Harness.Training;

/// <summary>Stochastic gradient descent: v ← μv + g + λw; w ← w − αv.</summary>
internal sealed record Sgd(double LearningRate, double Momentum = 0, double WeightDecay = 0) : Optimizer(LearningRate, WeightDecay)
{
    public override void Check(Scope at)
    {
        base.Check(at);
        at["momentum"].InRange(Momentum, 0, 0.9999);
    }
}
