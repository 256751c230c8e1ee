using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ExaminationTests
{
    private static readonly Examination s_examination = Examinations.Of("rrxor", new Planted(), new LossGap());

    [Fact]
    public void OfUntrained_KnownNetwork_IsMeasured() =>
        Assert.Equal(s_examination.Untrained!.Loss.GapNats, s_examination.OfUntrained(capture => Measured.Of(capture.Loss.GapNats)).Value);

    [Fact]
    public void OfUntrained_NobodyHasIt_IsUndefinedWithThatReason()
    {
        Examination alone = s_examination with { Untrained = null };
        Assert.Equal("the network before training is not known", alone.OfUntrained(_ => Measured.Of(1)).Why);
        Measured unknown = new LossGap().Nulls(alone)[Measurement.Untrained];
        Assert.Equal((null, "the network before training is not known"), (unknown.Value, unknown.Why));
    }
}
