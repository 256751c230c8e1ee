using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class EmergenceTests
{
    private static readonly TrainingRecipe s_recipe = new(new Sgd(1), 1000, Checkpoints: [0, 0.01, 0.1, 0.5, 0.9]);
    private static readonly AffineProbe s_mse = new(Examinations.Final, Statistic: ProbeStatistic.Mse);
    private static readonly Emergence s_rank = new(s_mse, EmergenceStatistic.SpearmanWithLoss);
    private static readonly Emergence s_fall = new(s_mse, EmergenceStatistic.FallRatio, Early: 0.01);

    [Fact]
    public void Measure_ACourse_IsReadByStatistic()
    {
        Examination examination = With(s_mse, 0.5, 0.4, 0.2, 0.1, 0.05, 0.04);

        Assert.Equal(1, s_rank.Measure(examination).Value!.Value, 1e-12);
        Assert.Equal(10, s_fall.Measure(examination).Value!.Value, 1e-12);
        Assert.Equal(0.2, new Emergence(s_mse, EmergenceStatistic.ValueAt, 0.1).Measure(examination).Value);
        Assert.Equal(0.04, new Emergence(s_mse, EmergenceStatistic.Minimum).Measure(examination).Value);
    }

    [Fact]
    public void Measure_MoreIsBetter_RisesAsTheLossFalls()
    {
        AffineProbe share = s_mse with { Statistic = ProbeStatistic.RSquared };

        Assert.Equal(1, new Emergence(share, EmergenceStatistic.SpearmanWithLoss).Measure(With(share, 0.1, 0.2, 0.5, 0.7, 0.8, 0.9)).Value!.Value, 1e-12);
        Assert.Equal(-1, s_rank.Measure(With(s_mse, 0.1, 0.2, 0.5, 0.7, 0.8, 0.9)).Value!.Value, 1e-12);
    }

    [Fact]
    public void Nulls_AreWhatNeverLearnsTheDestroyedTruthAndTheEnd()
    {
        Examination examination = With(s_mse, 0.5, 0.4, 0.2, 0.1, 0.05, 0.04);
        Emergence value = new(s_mse, EmergenceStatistic.ValueAt, 0.1);

        Assert.Equal(0, s_rank.Nulls(examination)[Measurement.Untrained].Value);
        Assert.Equal(1, s_fall.Nulls(examination)[Measurement.Untrained].Value);
        Assert.Equal(s_mse.Nulls(examination)[Measurement.Untrained], value.Nulls(examination)[Measurement.Untrained]);
        Assert.Equal(s_mse.Measure(examination), value.Nulls(examination)[Emergence.Final]);
        Assert.Equal(["untrained", "shuffled", "permuted"], s_rank.NullNames(8));
        Assert.Equal(["untrained", "shuffled", "permuted", "final"], value.NullNames(8));
        Assert.Equal(["untrained"], new Emergence(new LossGap(), EmergenceStatistic.FallRatio).NullNames(8));
        Assert.All(new[] { s_rank, value }, measure => Assert.Equal(measure.NullNames(8), measure.Nulls(examination).Keys));
    }

    [Fact]
    public void Measure_WithoutCheckpoints_IsUndefined() => Assert.Equal("no checkpoints were examined", s_rank.Measure(Examinations.Of("rrxor", new Planted(), s_rank)).Why);

    [Fact]
    public void Request_FollowsTheMeasurement()
    {
        CaptureRequest request = new(new Planted());

        s_rank.Request(request);
        s_fall.Request(request);

        Assert.Equal([s_mse], request.Followed);
        Assert.Equal(["ln_final"], request.Hooks);
    }

    [Fact]
    public void Details_AreTheWholeCourse()
    {
        IReadOnlyDictionary<string, double> details = s_rank.Details(With(s_mse, 0.5, 0.4, 0.2, 0.1, 0.05, 0.04));

        Assert.Equal((0.4, 0.04, 0.5), (details["value at step 10"], details["value at the end"], details["lossNats at the end"]));
        Assert.Equal(12, details.Count);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "no checkpoints", "$", "keeps no checkpoints" },
        { "few", "$.statistic", "at least 5 points" },
        { "nested", "$.measure", "not itself measured" },
        { "share", "$.statistic", "'fall-ratio' is for errors" },
        { "unknown", "$.at", "not kept at 0.2" },
        { "backwards", "$.at", "late end is not after" },
        { "location", "$.measure.location", "does not exist" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_WhatCannotEmerge_IsReported(string what, string path, string message)
    {
        (Emergence measure, TrainingRecipe recipe) = what switch
        {
            "no checkpoints" => (s_rank, s_recipe with { Checkpoints = null }),
            "few" => (s_rank, s_recipe with { Checkpoints = [0, 0.5] }),
            "nested" => (new Emergence(s_rank, EmergenceStatistic.ValueAt), s_recipe),
            "share" => (s_fall with { Emerging = new AffineProbe(Examinations.Final) }, s_recipe),
            "unknown" => (s_fall with { Late = 0.2 }, s_recipe),
            "backwards" => (s_fall with { Late = 0.1, Early = 0.5 }, s_recipe),
            _ => (s_rank with { Emerging = new AffineProbe(new Location("nowhere")) }, s_recipe),
        };

        Problem problem = Assert.Single(Checked.Of(measure, training: recipe));

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhatCanEmerge_IsNotReported()
    {
        Assert.Empty(Checked.Of(s_rank, training: s_recipe));
        Assert.Empty(Checked.Of(s_fall, training: s_recipe));
        Assert.Equal("fall of MSE belief @ ln_final from 0.01 to 1 of the training", s_fall.Label);
        Assert.Equal("hook_embed", ((AffineProbe)((Emergence)s_rank.At(new Location("hook_embed"))!).Emerging).Location.Name);
        Assert.Null(new Emergence(new LossGap(), EmergenceStatistic.FallRatio).At(new Location("hook_embed")));
    }

    // A course with falling loss in the place of the one that a training would leave.
    private static Examination With(Measurement measure, params double[] values)
    {
        int[] steps = [0, 10, 100, 500, 900, 1000];
        CheckpointPoint[] points = [.. values.Select((value, i) => new CheckpointPoint(steps[i], 1 - (0.1 * i), Measured.Of(value), new Dictionary<string, Measured>
        {
            [Measurement.Shuffled] = Measured.Of(0.6), [Measurement.Permuted] = Measured.Of(0.6),
        }))];
        return Examinations.Of("rrxor", new Planted(), measure) with { Checkpoints = new Dictionary<Measurement, CheckpointSeries> { [measure] = new(s_recipe, points) } };
    }
}
