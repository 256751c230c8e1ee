using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>The controls by planted codes: what the instrument reads in each, and where theory says that it cannot tell.</summary>
public sealed partial class CodeControlTests
{
    private static readonly CodeControl[] s_kinds =
        [new PlantedControl(), new PlantedTrendControl(), new PlantedNominalControl(), new PlantedPredictorControl(), new RivalControl(), new TimeShiftedControl()];

    /// <summary>A kind that is not in the list is not tested.</summary>
    [Fact]
    public void Kinds_Each_AreTestedHere() => Assert.Equal(
        typeof(CodeControl).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeControl))).Select(type => type.Name).Order(StringComparer.Ordinal),
        s_kinds.Select(kind => kind.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_Each_ExpectWhatTheyMust() => Assert.Equal(
        ["planted Supported", "planted-trend Supported", "planted-nominal Refuted", "planted-predictor Refuted", "rival Refuted", "time-shifted Refuted"], s_kinds.Select(kind => $"{kind.Name} {kind.Expect}"));

    [Fact]
    public void Check_CodeThatDeterminesTheBelief_CannotComeOutRefuted()
    {
        Assert.Empty(Check("rrxor", new PlantedPredictorControl()));
        Assert.Contains("planted-predictor", Assert.Single(Check("mess3", new PlantedPredictorControl())).Finding.What, StringComparison.Ordinal);
        Assert.Empty(Check("mess3", new PlantedPredictorControl(Expectation.Supported)));
        Assert.Empty(Check("mess3", new RivalControl()));
        Assert.Empty(Check("rrxor", new TimeShiftedControl()));
        // Thirty-six names in sixty-four dimensions: an affine map gives every one its belief.
        Assert.Empty(Check("rrxor", new PlantedNominalControl()));
        Assert.Equal("$.noise", Assert.Single(Check("rrxor", new PlantedNominalControl(Noise: -1))).Path);
        Assert.Equal("$.noise", Assert.Single(Check("rrxor", new RivalControl(Noise: -1))).Path);
    }

    // At an embedding nothing is planted, so that theory has nothing to say.
    [Fact]
    public void Read_WhereNothingIsPlanted_HasNoCeiling()
    {
        AffineProbe probe = new(new Location("hook_embed"));
        Examination examination = Examinations.Of("rrxor", new Planted(), probe);

        Assert.Null(new RivalControl().Read(Sample.Claim(new AtLeast(0.5)) with { Measure = probe }, Sample.Replicate(1), new ControlContext(new Planted(), examination, (_, _, _) => examination)).Ceiling);
    }

    [Fact]
    public void Read_LossGap_HasNoCeilingAndIsThatOfAnOptimalPredictor()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), new LossGap());
        ReplicateValue value = new RivalControl().Read(Sample.Claim(new AtMost(0.5)) with { Measure = new LossGap() }, Sample.Replicate(1), new ControlContext(new Planted(), examination, (_, _, _) => examination));

        Assert.Null(value.Ceiling);
        Assert.Equal(0, value.Value.Value!.Value, 1e-6);
    }

    private static List<Problem> Check(string process, CodeControl control)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0.9)), Examinations.Context(process));
        return problems;
    }
}
