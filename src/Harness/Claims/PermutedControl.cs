using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The beliefs are permuted among mixed states before the probe is fitted: what tells states apart stays, the geometry goes.</summary>
[Kind("permuted")]
internal sealed record PermutedControl(Expectation Expect = Expectation.Refuted) : DestroyedControl(Expect)
{
    public override string Name => Measurement.Permuted;
}
