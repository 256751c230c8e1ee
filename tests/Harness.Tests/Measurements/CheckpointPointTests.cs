using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CheckpointPointTests
{
    [Fact]
    public void Of_AnExamination_KeepsTheValueTheLossAndTheDestroyedTruth()
    {
        AffineProbe probe = new(Examinations.Final);
        Examination examination = Examinations.Of("rrxor", new Planted(Uniform: 0.5), probe);

        CheckpointPoint point = CheckpointPoint.Of(7, probe, examination);

        Assert.Equal((7, examination.Trained.Loss.MeanNats), (point.Step, point.LossNats));
        Assert.Equal(probe.Measure(examination), point.Of(null));
        Assert.Equal(probe.Nulls(examination)[Measurement.Shuffled], point.Of(Measurement.Shuffled));
        Assert.Equal([Measurement.Shuffled, Measurement.Permuted], point.Nulls.Keys);
        Assert.Equal("'untrained' was not measured", point.Of(Measurement.Untrained).Why);
    }
}
