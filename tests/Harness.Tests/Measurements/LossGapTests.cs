using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class LossGapTests
{
    [Fact]
    public void Measure_PlantedMixture_IsTheProfilesGapAndLowerIsBetter()
    {
        LossGap measure = new();
        Examination examination = Examinations.Of("rrxor", new Planted(Uniform: 0.3), measure);

        Assert.False(measure.HigherIsBetter);
        Assert.InRange(measure.Measure(examination).Value!.Value, 0.001, 0.2);
        Assert.Equal(examination.Trained.Loss.GapNats, measure.Measure(examination).Value);
    }

    [Fact]
    public void Nulls_AreTheUntrainedNetworkAndTheTables()
    {
        LossGap measure = new();
        Examination examination = Examinations.Of("rrxor", new Planted(), measure);

        IReadOnlyDictionary<string, Measured> nulls = measure.Nulls(examination);

        Assert.Equal(measure.NullNames(8), nulls.Keys);
        Assert.Equal(examination.Untrained!.Loss.GapNats, nulls[Measurement.Untrained].Value);
        Assert.Equal(Known.Theory("rrxor").Tables.LossGapNats(3), nulls["table-3"].Value);
    }
}
