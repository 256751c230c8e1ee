using Harness.Activations;
using Harness.Claims;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed partial class PlantedTrendControlTests
{
    private static readonly IncreasesWith s_layers = new(0.5, [new Location("blocks.*.hook_resid_post")], Margin: 0.2);

    [Fact]
    public void Check_OfAClaimWithoutLocations_IsInconsistent()
    {
        Assert.Empty(Check(new PlantedTrendControl(), s_layers));
        Assert.Equal(["$"], Check(new PlantedTrendControl(), new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3"])));
        Assert.Equal(["$.noise", "$.factor"], Check(new PlantedTrendControl(Noise: -1, Factor: 0), s_layers));
    }

    [Fact]
    public void Check_OfAClaimWithoutLocations_SaysWhatToUse()
    {
        List<Problem> problems = [];

        new PlantedTrendControl().Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0.5)), Examinations.Context("mess3"));

        Assert.Equal(
            new Finding("SPEC032", "The claim compares no locations, so a trend along them is no trial of it.", "Use { \"kind\": \"planted\" }."), Assert.Single(problems).Finding);
    }

    [Theory]
    [InlineData(0, 0.01, new string[0])]
    [InlineData(100, 100, new string[0])]
    [InlineData(100.5, 100.5, new[] { "$.noise", "$.factor" })]
    [InlineData(-0.1, 0.009, new[] { "$.noise", "$.factor" })]
    public void Check_NoiseAndFactor_LieBetweenTheirEnds(double noise, double factor, string[] paths) =>
        Assert.Equal(paths, Check(new PlantedTrendControl(Noise: noise, Factor: factor), s_layers));

    private static List<string> Check(PlantedTrendControl control, Comparator comparator)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator), Examinations.Context("mess3", new Planted(Layers: 4)));
        return [.. problems.Select(problem => problem.Path)];
    }
}
