using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The beliefs are shuffled within context length before the probe is fitted.</summary>
[Kind("shuffled")]
internal sealed record ShuffledControl(Expectation Expect = Expectation.Refuted) : DestroyedControl(Expect)
{
    public override string Name => Measurement.Shuffled;
}
