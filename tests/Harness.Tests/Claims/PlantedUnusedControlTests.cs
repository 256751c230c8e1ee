using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class PlantedUnusedControlTests
{
    private static readonly Intervention s_intervention = new(new Location("ln_final"), 4);

    [Fact]
    public void Read_OfAnIntervention_FindsNoUse()
    {
        ReplicateValue value = new PlantedUnusedControl().Read(
            Sample.Claim(new AtLeast(0.5)) with { Measure = s_intervention }, Sample.Replicate(1), new ControlContext(new Planted(), Stand(new BeliefCode(), 0.01, null), Stand));

        Assert.Equal(0, value.Value.Value!.Value, 1e-9);
    }

    [Fact]
    public void Check_OfWhatIsOnlyDecoded_CannotComeOutRefuted()
    {
        Assert.Empty(Check(s_intervention, new PlantedUnusedControl()));
        Assert.Equal(["$"], Check(Sample.Probe, new PlantedUnusedControl()));
        Assert.Empty(Check(Sample.Probe, new PlantedUnusedControl(Expectation.Supported)));
    }

    private static IEnumerable<string> Check(Measurement measure, PlantedUnusedControl control)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0.5)) with { Measure = measure }, Examinations.Context("rrxor"));
        return problems.Select(problem => problem.Path);
    }

    private static Examination Stand(PlantedCode code, double noise, double? trend) => Examinations.Of("rrxor", new Planted(Noise: noise, Code: code), s_intervention);
}
