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
    public void With_Arms_AddsTheirValuesAsRivalsOfClaimAndControls()
    {
        ReplicateReading reading = new(Sample.Replicate(0.9, 0.001, ("untrained", 0.1)), [Sample.Replicate(0.2)]);

        ReplicateReading joined = reading.With(new Dictionary<string, ReplicateValue> { ["wide"] = Sample.Replicate(0.7, 0.02) });

        Assert.Equal((0.1, 0.7), (joined.Value.Rival("untrained").Value, joined.Value.Rival("arm:wide").Value));
        Assert.Equal(0.7, joined.Controls[0].Rival("arm:wide").Value);
        Assert.Equal(0.02, Assert.Single(joined.Value.Arms).LossGapNats);
        Assert.Null(joined.Value.Failure);
        Assert.Same(reading, reading.With(new Dictionary<string, ReplicateValue>()));
    }

    [Fact]
    public void With_AnArmWithoutANetwork_HasNone() => Assert.Equal("arm wide: diverged", new ReplicateReading(Sample.Replicate(0.9), [])
        .With(new Dictionary<string, ReplicateValue> { ["wide"] = ReplicateReading.Failed(1, "diverged").Value }).Value.Failure);

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
