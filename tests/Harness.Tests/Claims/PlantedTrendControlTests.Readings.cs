using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>Twelve whole examinations, so that it takes seconds.</summary>
public sealed partial class PlantedTrendControlTests
{
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
