using Harness.Activations;
using Harness.Claims;

namespace Harness.Tests.Trials;

/// <summary>The positive control of an instrument that works out beliefs by another code than the network was planted with.</summary>
internal sealed record FaultyTruth(PlantedCode Planted) : CodeControl(Expectation.Supported, 0.01)
{
    public override string Name => "planted";

    public override PlantedCode Code() => Planted;
}
