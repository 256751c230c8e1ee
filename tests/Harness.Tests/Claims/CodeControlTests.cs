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
        [new PlantedControl(), new PlantedTrendControl(), new PlantedUnusedControl(), new PlantedNominalControl(), new PlantedPredictorControl(), new RivalControl(), new TimeShiftedControl()];

    /// <summary>A kind that is not in the list is not tested.</summary>
    [Fact]
    public void Kinds_Each_AreTestedHere() => Assert.Equal(
        typeof(CodeControl).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeControl))).Select(type => type.Name).Order(StringComparer.Ordinal),
        s_kinds.Select(kind => kind.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_Each_ExpectWhatTheyMust() => Assert.Equal(
        ["planted Supported", "planted-trend Supported", "planted-unused Refuted", "planted-nominal Refuted", "planted-predictor Refuted", "rival Refuted", "time-shifted Refuted"], s_kinds.Select(kind => $"{kind.Name} {kind.Expect}"));

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

    [Fact]
    public void Check_CodeThatDeterminesTheBelief_SaysSoWithTheNumber() => Assert.Equal(
        new Finding(
            "SPEC032", "On 'mess3' the code of 'planted-predictor' determines the belief affinely (R² = 1.000000 in theory): this control cannot come out refuted.",
            "Remove the control, or make the claim on a process that can tell the two apart."),
        Assert.Single(Check("mess3", new PlantedPredictorControl())).Finding);

    // A trend compares points with each other, and what the claim's own place reads does not matter.
    [Fact]
    public void Check_OfAClaimThatDoesNotCompareItsValue_FindsNothing()
    {
        List<Problem> problems = [];

        new PlantedPredictorControl().Check(Scope.Root("a.json", null, problems), Sample.Claim(new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3"])), Examinations.Context("mess3"));

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(100.5, false)]
    public void Check_Noise_IsBetweenNoneAndAHundred(double noise, bool sound) => Assert.All(
        s_kinds.Where(control => control is not (PlantedTrendControl or PlantedUnusedControl)), control => Assert.Equal(sound ? [] : ["$.noise"], Check("rrxor", control with { Noise = noise }).Select(problem => problem.Path)));

    // Every kind has its own code examined, with its noise and its trend, and is read at the claim's place.
    [Fact]
    public void Read_EachKind_PlantsItsCodeWithItsNoise()
    {
        List<(string, double, double?)> planted = [];
        Examination examination = Examinations.Of("rrxor", new Planted(), Sample.Probe);
        ControlContext context = new(new Planted(), examination, (code, noise, trend) =>
        {
            planted.Add((code.GetType().Name, noise, trend));
            return examination;
        });

        ReplicateValue[] read = [.. s_kinds.Select(control => control.Read(Sample.Claim(new AtLeast(0.5)), Sample.Replicate(0) with { Seed = 5 }, context))];

        Assert.Equal(
            [("BeliefCode", 0.01, null), ("BeliefCode", 1, 0.5), ("UnusedBeliefCode", 0.01, null), ("NominalCode", 0.01, null), ("PredictorCode", 0.01, null), ("RivalCode", 0.01, null), ("TimeShiftedCode", 0.01, null)], planted);
        Assert.All(read, value => Assert.Equal((5, Sample.Probe.Measure(examination)), (value.Seed, value.Value)));
        Assert.Equal(s_kinds.Select(control => Sample.Probe.Ceiling(control.Code(), Examinations.Context("rrxor"))!.Value), read.Select(value => value.Ceiling));
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
