using Harness.Specs;

namespace Harness.Training;

/// <summary>Adam (Kingma and Ba 2015), weight decay added to the gradient (L2).</summary>
internal sealed record Adam(double LearningRate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0)
    : Optimizer(LearningRate, WeightDecay)
{
    public override void Check(Scope at)
    {
        base.Check(at);
        at["beta1"].InRange(Beta1, 0, 0.999999);
        at["beta2"].InRange(Beta2, 0, 0.9999999);
        at["epsilon"].Positive(Epsilon);
    }
}
