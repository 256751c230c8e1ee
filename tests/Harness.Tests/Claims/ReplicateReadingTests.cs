using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ReplicateReadingTests
{
    [Fact]
    public void Read_LocationsToExceed_AreAmongTheRivals()
    {
        Planted architecture = new(Layers: 2);
        AffineProbe probe = new(new Location("blocks.0.hook_resid_post"));
        Claim claim = Sample.Claim(new Exceeds(0.1, ["table-3"], [new Location("blocks.0.*")])) with { Measure = probe };
        Examination examination = Examinations.Of("rrxor", architecture, probe);

        ReplicateValue value = ReplicateReading.Read(claim, examination, 7, architecture);

        Assert.Equal(7, value.Seed);
        Assert.Equal(value.Value, value.Rivals["blocks.0.hook_resid_post"]);
        Assert.Contains("table-3", value.Rivals.Keys);
        Assert.Equal(examination.Trained.Loss.GapNats, value.LossGapNats);
        Assert.Equal(examination.Trained.Loss.WorstLength, value.WorstLength);
        Assert.Contains("effectiveDimensions", value.Details.Keys);
    }

    [Fact]
    public void Failed_Replicate_HasNoNumbersButTheReason()
    {
        ReplicateReading reading = ReplicateReading.Failed(3, "no network");

        Assert.Equal("no network", reading.Value.Failure);
        Assert.Null(reading.Value.Value.Value);
        Assert.Null(reading.Value.LossGapNats);
        Assert.Empty(reading.Controls);
    }

    [Fact]
    public void Rival_ThatWasNotMeasured_IsUndefined() => Assert.Contains("'x' was not measured", Sample.Replicate(1).Rival("x").Why, StringComparison.Ordinal);
}
