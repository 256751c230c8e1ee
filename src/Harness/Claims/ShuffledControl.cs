using Harness.Measurements;

namespace Harness.Claims;

/// <summary>Destroyed truth: the beliefs are shuffled within context length before the probe is fitted.</summary>
[Specs.Kind("shuffled")]
internal sealed record ShuffledControl(Expectation Expect = Expectation.Refuted) : Control(Expect)
{
    public override string Name => "shuffled";

    public override ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context) =>
        replicate with { Value = replicate.Rival(Measurement.Shuffled) };
}
