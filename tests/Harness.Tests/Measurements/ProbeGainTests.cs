using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ProbeGainTests
{
    private static readonly ProbeGain s_gain = new(new Location("concat(blocks.*.hook_resid_post)"), new Location("blocks.*.hook_resid_post"));

    // Three noisy copies of one code together say more than the best of them; before training there is no code to say more of.
    [Fact]
    public void Measure_NoisyCopies_GainByBeingReadTogether()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(DModel: 4, Noise: 0.5, Layers: 3), s_gain);

        double gain = s_gain.Measure(examination).Value!.Value;

        Assert.InRange(gain, 0.05, 0.6);
        Assert.Equal(s_gain.NullNames(8), s_gain.Nulls(examination).Keys);
        Assert.InRange(s_gain.Nulls(examination)[Measurement.Untrained].Value!.Value, -0.2, gain - 0.03);
    }

    [Fact]
    public void Measure_OverItself_IsZero()
    {
        ProbeGain itself = new(Examinations.Final, Examinations.Final);
        Examination examination = Examinations.Of("mess3", new Planted(), itself);

        Assert.Equal(0, itself.Measure(examination).Value!.Value);
        Assert.All(itself.Nulls(examination).Values, null_ => Assert.Equal(0, null_.Value!.Value));
    }

    [Fact]
    public void Measure_Gain_IsTheDifferenceToTheBest()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(DModel: 4, Noise: 0.5, Layers: 3), s_gain);
        double Of(string location) => new AffineProbe(new Location(location)).Measure(examination).Value!.Value;

        Assert.Equal(
            Of("concat(blocks.*.hook_resid_post)") - Enumerable.Range(0, 3).Max(layer => Of($"blocks.{layer}.hook_resid_post")), s_gain.Measure(examination).Value!.Value, 1e-12);
    }

    [Fact]
    public void Check_PlacesThatAreNot_AreNamed()
    {
        List<Problem> problems = [];
        (s_gain with { Over = new Location("blocks.*.hook_mlp") }).Check(Scope.Root("a.json", null, problems), Examinations.Context("rrxor", new Planted(Layers: 3)));
        Assert.Equal("$.over", Assert.Single(problems).Path);
    }
}
