using Harness.Specs;

namespace Harness.Training;

/// <summary>A first-order optimiser; its update runs in the network's own project, on the flat parameter buffer.</summary>
internal abstract record Optimizer(double LearningRate, double WeightDecay)
{
    public virtual void Check(Scope at)
    {
        at["learningRate"].Positive(LearningRate);
        at["weightDecay"].InRange(WeightDecay, 0, 10);
    }
}
