using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>What the instrument reads in each control: whole examinations, so that they take seconds.</summary>
public sealed partial class CodeControlTests
{
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
        Assert.All(s_kinds[2..], control => Assert.InRange(Read("rrxor", control, (Partition)partition).Value.Value!.Value, -1, most));
    }

    // Mess3 has a belief for every context, so that names say nothing; the law says everything.
    [Fact]
    public void Read_OnMess3_TakesAPredictorForTheTruthButNotNames()
    {
        Assert.InRange(Read("mess3", new PlantedPredictorControl()).Value.Value!.Value, 0.99, 1);
        Assert.InRange(Read("mess3", new PlantedNominalControl()).Value.Value!.Value, -0.2, 0.2);
    }

    private static ReplicateValue Read(string process, CodeControl control, Partition partition = Partition.Subtree)
    {
        AffineProbe probe = new(new Location("ln_final"), Partition: partition);
        Examination Planted(PlantedCode code, double noise) => Examinations.Of(process, new Planted(Noise: noise, Code: code), probe);
        return control.Read(Sample.Claim(new AtLeast(0.5)) with { Measure = probe }, Sample.Replicate(1), new ControlContext(new Planted(), Planted(new BeliefCode(), 0.01), (code, noise, _) => Planted(code, noise)));
    }
}
