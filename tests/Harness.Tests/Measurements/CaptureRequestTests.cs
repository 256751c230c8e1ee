using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CaptureRequestTests
{
    [Fact]
    public void Hooks_OfSeveralProbes_AreEachOnceInTheNetworksOrder()
    {
        CaptureRequest request = new(new Planted(Layers: 2));

        new AffineProbe(Examinations.Final).Request(request);
        new AffineProbe(new Location("concat(blocks.*.hook_resid_post)")).Request(request);
        new AffineProbe(new Location("blocks.0.hook_resid_post"), Partition: Partition.Suffix).Request(request);
        new AffineProbe(Examinations.Final, Partition: Partition.Belief).Request(request);
        new LossGap().Request(request);

        Assert.Equal(["blocks.0.hook_resid_post", "blocks.1.hook_resid_post", "ln_final"], request.Hooks);
        Assert.Equal(3, request.Keys.Count);
    }
}
