using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>Both controls; what they read is tested where replicates are examined.</summary>
public sealed class ControlTests
{
    private static readonly Exceeds s_layers = new(0.1, null, [new Location("blocks.*.hook_resid_post")]);

    [Fact]
    public void Check_PlantedTruthAgainstOtherLocations_CannotBeSupported()
    {
        Assert.Single(Check(new PlantedControl(), Sample.Claim(s_layers)));
        Assert.Empty(Check(new PlantedControl(Expectation.Refuted), Sample.Claim(s_layers)));
        Assert.Empty(Check(new PlantedControl(), Sample.Claim(new Exceeds(0.1, null, [new Location("hook_embed")]))));
        Assert.Empty(Check(new PlantedControl(), Sample.Claim(new Exceeds(0.1, ["table-3"]))));
    }

    [Fact]
    public void Check_ShufflingWhatDecodesNothing_IsInconsistent()
    {
        Assert.Single(Check(new ShuffledControl(), Sample.Claim(new AtMost(0.01)) with { Measure = new LossGap() }));
        Assert.Empty(Check(new ShuffledControl(), Sample.Claim(new AtLeast(0.9))));
    }

    private static List<Problem> Check(Control control, Claim claim)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), claim, Examinations.Context("rrxor"));
        return problems;
    }
}
