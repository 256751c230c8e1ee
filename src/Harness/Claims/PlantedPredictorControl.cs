using Harness.Activations;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>An optimal predictor whose beliefs are there, but not linearly: what any network that predicts well can be decoded for.</summary>
[Kind("planted-predictor")]
internal sealed record PlantedPredictorControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "planted-predictor";

    public override PlantedCode Code() => new PredictorCode();
}
