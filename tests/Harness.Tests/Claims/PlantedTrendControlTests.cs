using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class PlantedTrendControlTests
{
    private static readonly IncreasesWith s_layers = new(0.5, [new Location("blocks.*.hook_resid_post")], Margin: 0.2);

    // Six networks whose layers show the belief more clearly, or less clearly, from each to the next.
    [Theory]
    [InlineData(0.5, "accept")]
    [InlineData(2, "reject")]
    public void Read_NoiseThatFallsOrRises_IsATrend(double factor, string side)
    {
        Claim claim = Sample.Claim(s_layers) with { Measure = Sample.Probe, Interval = new OrderStatistics() };

        ReplicateValue[] read = [.. Enumerable.Range(1, 6).Select(seed => Read(claim, new PlantedTrendControl(Factor: factor), seed))];

        Assert.Equal(side, Assert.Single(s_layers.Compare(read, _ => true, claim.Interval)).Side.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Check_OfAClaimWithoutLocations_IsInconsistent()
    {
        Assert.Empty(Check(new PlantedTrendControl(), s_layers));
        Assert.Equal(["$"], Check(new PlantedTrendControl(), new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3"])));
        Assert.Equal(["$.noise", "$.factor"], Check(new PlantedTrendControl(Noise: -1, Factor: 0), s_layers));
    }

    private static List<string> Check(PlantedTrendControl control, Comparator comparator)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator), Examinations.Context("mess3", new Planted(Layers: 4)));
        return [.. problems.Select(problem => problem.Path)];
    }

    private static ReplicateValue Read(Claim claim, PlantedTrendControl control, int seed)
    {
        Planted architecture = new(Layers: 4);
        Examination Stand(PlantedCode code, double noise, double? trend)
        {
            CaptureRequest request = new(architecture);
            foreach (Location location in claim.Comparator.Locations.SelectMany(pattern => pattern.Expand(architecture.Hooks)))
            {
                claim.Measure.At(location)!.Request(request);
            }
            claim.Measure.Request(request);
            return Examinations.Of("mess3", Planted.InPlaceOf(architecture, code, noise, trend), request, seed);
        }
        return control.Read(claim, Sample.Replicate(1), new ControlContext(architecture, Stand(new BeliefCode(), 0.01, null), Stand)) with { Seed = seed };
    }
}
