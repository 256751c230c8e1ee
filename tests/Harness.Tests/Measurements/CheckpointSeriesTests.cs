using Harness.Measurements;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CheckpointSeriesTests
{
    private static readonly TrainingRecipe s_recipe = new(new Sgd(1), 1000, Checkpoints: [0, 0.01, 0.1, 0.5]);

    // An error that falls with the loss but for one place.
    private static readonly CheckpointSeries s_errors = Series((0, 1.1, 0.50), (10, 1.0, 0.40), (100, 0.9, 0.05), (500, 0.85, 0.10), (1000, 0.8, 0.02));

    [Theory]
    [InlineData(false, 0.9)]
    [InlineData(true, -0.9)]
    public void SpearmanWithLoss_OneSwap_IsTheRankCorrelation(bool higherIsBetter, double expected) =>
        Assert.Equal(expected, s_errors.SpearmanWithLoss(higherIsBetter, null).Value!.Value, 1e-12);

    [Fact]
    public void At_AFraction_IsTheValueOfItsStepOrOfTheEnd()
    {
        Assert.Equal([0.50, 0.40, 0.02], new double?[] { null, 0.01, 1 }.Select(fraction => s_errors.At(fraction, null).Value!.Value));
        Assert.Equal("there is no checkpoint at step 500: training stopped at step 120", Series((0, 1, 0.5), (120, 0.8, 0.1)).At(0.5, null).Why);
        Assert.Equal(0.1, Series((0, 1, 0.5), (120, 0.8, 0.1)).At(1, null).Value);
    }

    [Fact]
    public void FallRatio_AndMinimum_AreOfTheValues()
    {
        Assert.Equal(20, s_errors.FallRatio(0.01, 1, null).Value!.Value, 1e-12);
        Assert.Equal(5, s_errors.FallRatio(null, 0.5, null).Value!.Value, 1e-12);
        Assert.Equal(0.02, s_errors.Minimum(null).Value);
    }

    [Fact]
    public void Any_WithAnUndefinedPoint_SaysAtWhichStep()
    {
        CheckpointSeries broken = s_errors with { Points = [.. s_errors.Points.Take(2), s_errors.Points[2] with { Value = Measured.Undefined("saturated") }, s_errors.Points[4]] };

        Assert.Equal("at step 100: saturated", broken.SpearmanWithLoss(false, null).Why);
        Assert.Equal("at step 100: saturated", broken.Minimum(null).Why);
        Assert.Equal("at step 100: saturated", broken.FallRatio(null, 0.1, null).Why);
        Assert.Equal(25, broken.FallRatio(null, 1, null).Value!.Value, 1e-12);
        Assert.Equal("at step 0: 'shuffled' was not measured", broken.At(null, Measurement.Shuffled).Why);
    }

    [Fact]
    public void SpearmanWithLoss_OfWhatNeverChanges_IsUndefined() =>
        Assert.StartsWith("nothing changes", Series((0, 1, 0.5), (10, 0.9, 0.5), (20, 0.8, 0.5)).SpearmanWithLoss(false, null).Why, StringComparison.Ordinal);

    private static CheckpointSeries Series(params (int Step, double Loss, double Value)[] points) =>
        new(s_recipe, [.. points.Select(point => new CheckpointPoint(point.Step, point.Loss, Measured.Of(point.Value), new Dictionary<string, Measured>()))]);
}
