using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>The controls by planted codes: what the instrument reads in each, and where theory says that it cannot tell.</summary>
public sealed class CodeControlTests
{
    private static readonly CodeControl[] s_kinds =
        [new PlantedControl(), new PlantedNominalControl(), new PlantedPredictorControl(), new RivalControl(), new TimeShiftedControl()];

    /// <summary>A kind that is not in the list is not tested.</summary>
    [Fact]
    public void Kinds_Each_AreTestedHere() => Assert.Equal(
        typeof(CodeControl).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeControl))).Select(type => type.Name).Order(StringComparer.Ordinal),
        s_kinds.Select(kind => kind.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_Each_ExpectWhatTheyMust() => Assert.Equal(
        ["planted Supported", "planted-nominal Refuted", "planted-predictor Refuted", "rival Refuted", "time-shifted Refuted"], s_kinds.Select(kind => $"{kind.Name} {kind.Expect}"));

    // No instrument reads more of a code than theory finds in it, and the probe nearly reaches it where one map serves all contexts.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    [InlineData("even")]
    public void Read_EachKind_StaysBelowItsCeiling(string process)
    {
        foreach (CodeControl control in s_kinds)
        {
            ReplicateValue value = Read(process, control);

            Assert.InRange(value.Value.Value!.Value, -1, value.Ceiling!.Value + 0.05);
        }
    }

    // The four things that a probe must not take for beliefs, where the process can tell them apart.
    [Theory]
    [InlineData(Partition.Subtree, 0.5)]
    [InlineData(Partition.Suffix, 0.5)]
    [InlineData(Partition.Belief, 0.35)]
    public void Read_OnRrxor_FindsBeliefsInPlantedTruthOnly(object partition, double most)
    {
        Assert.InRange(Read("rrxor", s_kinds[0], (Partition)partition).Value.Value!.Value, 0.99, 1);
        Assert.All(s_kinds[1..], control => Assert.InRange(Read("rrxor", control, (Partition)partition).Value.Value!.Value, -1, most));
    }

    // Mess3 has a belief for every context, so that names say nothing; the law says everything.
    [Fact]
    public void Read_OnMess3_TakesAPredictorForTheTruthButNotNames()
    {
        Assert.InRange(Read("mess3", new PlantedPredictorControl()).Value.Value!.Value, 0.99, 1);
        Assert.InRange(Read("mess3", new PlantedNominalControl()).Value.Value!.Value, -0.2, 0.2);
    }

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

        Assert.Null(new RivalControl().Read(Sample.Claim(new AtLeast(0.5)) with { Measure = probe }, Sample.Replicate(1), new ControlContext(new Planted(), examination, (_, _) => examination)).Ceiling);
    }

    [Fact]
    public void Read_LossGap_HasNoCeilingAndIsThatOfAnOptimalPredictor()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), new LossGap());
        ReplicateValue value = new RivalControl().Read(Sample.Claim(new AtMost(0.5)) with { Measure = new LossGap() }, Sample.Replicate(1), new ControlContext(new Planted(), examination, (_, _) => examination));

        Assert.Null(value.Ceiling);
        Assert.Equal(0, value.Value.Value!.Value, 1e-6);
    }

    private static ReplicateValue Read(string process, CodeControl control, Partition partition = Partition.Subtree)
    {
        AffineProbe probe = new(new Location("ln_final"), Partition: partition);
        Examination Planted(PlantedCode code, double noise) => Examinations.Of(process, new Planted(Noise: noise, Code: code), probe);
        return control.Read(Sample.Claim(new AtLeast(0.5)) with { Measure = probe }, Sample.Replicate(1), new ControlContext(new Planted(), Planted(new BeliefCode(), 0.01), Planted));
    }

    private static List<Problem> Check(string process, CodeControl control)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0.9)), Examinations.Context(process));
        return problems;
    }
}
