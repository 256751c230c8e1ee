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
    public void Read_OtherMeasurements_AreAmongTheRivals()
    {
        AffineProbe suffix = Sample.Probe with { Partition = Partition.Suffix };
        CaptureRequest request = new(new Planted());
        Sample.Probe.Request(request);
        suffix.Request(request);
        Examination examination = Examinations.Of("rrxor", new Planted(), request);

        ReplicateValue value = ReplicateReading.Read(
            Sample.Claim(new Exceeds(0, RivalMeasures: new Dictionary<string, Measurement> { ["by suffix"] = suffix })), examination, 1, new Planted());

        Assert.Equal(suffix.Measure(examination), value.Rivals["by suffix"]);
        Assert.NotEqual(value.Value, value.Rivals["by suffix"]);
        Assert.True(value.HigherIsBetter);
        Assert.False(ReplicateReading.Read(Sample.Claim(new AtMost(0.1)) with { Measure = new LossGap() }, examination, 1, new Planted()).HigherIsBetter);
    }

    // The claim is compared with the reading of its first control of that name; the other controls are trials with the same rivals.
    [Fact]
    public void Of_ControlsThatAreRivals_AreReadForTheClaimAndItsControls()
    {
        Claim claim = Sample.Claim(new Exceeds(0, RivalControls: ["shuffled"])) with { Controls = [new ShuffledControl(), new PermutedControl(), new ShuffledControl()] };
        Examination examination = Examinations.Of("rrxor", new Planted(), Sample.Probe);

        ReplicateReading reading = ReplicateReading.Of(claim, examination, 3, new ControlContext(new Planted(), examination, (_, _, _) => examination));

        Measured shuffled = reading.Value.Rival("shuffled"), permuted = reading.Value.Rival("permuted");
        Assert.Equal([shuffled, permuted, shuffled], reading.Controls.Select(control => control.Value));
        Assert.All(reading.Controls.Prepend(reading.Value), value => Assert.Equal(shuffled, value.Rival("control:shuffled")));
        Assert.DoesNotContain("control:permuted", reading.Value.Rivals.Keys);
        Assert.Equal(3, reading.Value.Seed);
    }

    [Fact]
    public void Of_AClaimWithoutControls_IsItsOwnReading()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), Sample.Probe);

        ReplicateReading reading = ReplicateReading.Of(Sample.Claim(new AtLeast(0)), examination, 3, new ControlContext(new Planted(), examination, (_, _, _) => examination));

        Assert.Empty(reading.Controls);
        Assert.Equal(Sample.Probe.Measure(examination), reading.Value.Value);
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
    public void With_Arms_KeepsAFailureOfItsOwn()
    {
        Dictionary<string, ReplicateValue> sound = new() { ["wide"] = Sample.Replicate(0.7) }, failed = new() { ["wide"] = ReplicateReading.Failed(1, "diverged").Value };

        Assert.Equal("no network", ReplicateReading.Failed(1, "no network").With(sound).Value.Failure);
        Assert.Equal("no network", ReplicateReading.Failed(1, "no network").With(failed).Value.Failure);
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
    public void Rival_ThatWasNotMeasured_IsUndefined() => Assert.Equal("'x' was not measured", Sample.Replicate(1).Rival("x").Why);
}
