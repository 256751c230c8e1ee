using Harness.Claims;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class EvidenceTests
{
    [Fact]
    public void Gather_Readings_KeepsReplicatesAndControlsInOrder()
    {
        Claim claim = Sample.Claim(new Exceeds(0, ["table-2"]), new Settled(), new Settled(1e-5)) with { Controls = [new PlantedControl(), new ShuffledControl()] };
        ReplicateReading[] readings =
        [
            new(Sample.Replicate(1), [Sample.Replicate(10), Sample.Replicate(100)]), new(Sample.Replicate(2), [Sample.Replicate(20), Sample.Replicate(200)]), ReplicateReading.Failed(3, "diverged"),
        ];

        Evidence evidence = Evidence.Gather(claim, readings, Known.Theory("rrxor"));

        Assert.Equal([1.0, 2.0, null], evidence.Replicates.Select(replicate => replicate.Value.Value));
        Assert.Equal([[10.0, 20.0], [100.0, 200.0]], evidence.Controls.Select(control => control.Select(replicate => replicate.Value.Value!.Value)));
        Assert.Equal([Known.Theory("rrxor").Tables.LossGapNats(2) / 2, 1e-5], evidence.Bounds);
    }

    [Fact]
    public void Gather_ClaimWithoutPreconditionsAndControls_HasReplicatesOnly()
    {
        Evidence evidence = Evidence.Gather(
            Sample.Claim(new AtLeast(0)) with { Preconditions = null, Controls = null }, [new ReplicateReading(Sample.Replicate(1), [])], Known.Theory("rrxor"));

        Assert.Single(evidence.Replicates);
        Assert.Empty(evidence.Bounds);
        Assert.Empty(evidence.Controls);
    }
}
