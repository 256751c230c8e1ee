using Harness.Activations;
using Harness.Claims;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>What it reads is tested where replicates are examined.</summary>
public sealed class PlantedControlTests
{
    private static readonly Exceeds s_layers = new(0.1, null, [new Location("blocks.*.hook_resid_post")]);

    [Fact]
    public void Check_AgainstOtherLocationsThatCarryTheBelief_CannotBeSupported()
    {
        Assert.Single(Check(new PlantedControl(), s_layers));
        Assert.Empty(Check(new PlantedControl(Expectation.Refuted), s_layers));
        Assert.Empty(Check(new PlantedControl(), new Exceeds(0.1, null, [new Location("hook_embed")])));
        Assert.Empty(Check(new PlantedControl(), new Exceeds(0.1, ["table-3"])));
    }

    [Fact]
    public void Check_AgainstOtherLocations_SaysWhyItCannotBeSupported() => Assert.Equal(
        new Finding(
            "SPEC032", "Planted truth is the same belief at every location, so one location cannot exceed another there: this control cannot come out supported.",
            "Remove the control, or expect \"refuted\" of it."),
        Assert.Single(Check(new PlantedControl(), s_layers)).Finding);

    // With much noise several locations together decode more than one.
    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.11, 0)]
    public void Check_MuchNoise_LeavesRoomAbove(double noise, int problems) => Assert.Equal(problems, Check(new PlantedControl(Noise: noise), s_layers).Count);

    [Fact]
    public void Check_SomeLocationsThatCarryTheBelief_AreEnough() =>
        Assert.Single(Check(new PlantedControl(), new Exceeds(0.1, null, [new Location("hook_embed"), new Location("blocks.0.hook_resid_post")])));

    [Fact]
    public void Check_Noise_MustNotBeNegative() => Assert.Equal("$.noise", Assert.Single(Check(new PlantedControl(Noise: -0.1), new AtLeast(0.9))).Path);

    private static List<Problem> Check(Control control, Comparator comparator)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator), Examinations.Context("rrxor"));
        return problems;
    }
}
