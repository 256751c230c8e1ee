using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CaptureTests
{
    [Fact]
    public void Products_OfAConcatenation_AreThoseOfItsHooksSideBySide()
    {
        AffineProbe all = new(new Location("concat(blocks.*.hook_resid_post)"));
        Planted architecture = new(DModel: 5, Layers: 3);

        Examination examination = Examinations.Of("z1r", architecture, all);

        Assert.Equal(15, examination.Trained.Products(new CaptureKey(all.Location, Weighting.Probability, ContextScope.Trained)).Features);
        Assert.Equal(["blocks.0.hook_resid_post", "blocks.1.hook_resid_post", "blocks.2.hook_resid_post"], examination.Trained.Hooks);
        Assert.InRange(all.Measure(examination).Value!.Value, 0.99, 1);
    }

    [Fact]
    public void Score_AskedTwice_IsWorkedOutOnce()
    {
        AffineProbe probe = new(Examinations.Final);
        Capture capture = Examinations.Of("z1r", new Planted(), probe).Trained;
        CaptureKey key = new(probe.Location, Weighting.Probability, ContextScope.Trained);

        Assert.Same(capture.Scores(new ProbeKey(key)), capture.Scores(new ProbeKey(key)));
        Assert.NotSame(capture.Scores(new ProbeKey(key)), capture.Scores(new ProbeKey(key, partition: Partition.Suffix)));
        Assert.Same(capture.Variances(key), capture.Variances(key));
    }

    [Fact]
    public void Loss_OfPlantedPredictions_IsTheMixtureWithTheUniformLaw()
    {
        Examination examination = Examinations.Of("z1r", new Planted(Uniform: 1), new LossGap());

        Assert.Equal(Math.Log(2), examination.Trained.Loss.MeanNats, 1e-6);
        Assert.Equal(0, Examinations.Of("z1r", new Planted(), new LossGap()).Trained.Loss.GapNats, 1e-6);
    }
}
