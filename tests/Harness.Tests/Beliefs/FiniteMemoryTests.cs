using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class FiniteMemoryTests
{
    [Fact]
    public void JointLaw_SummedOverMemories_IsTheStationaryLaw()
    {
        var process = KnownProcesses.SimpleNonunifilarSource(0.1, 0.2);
        var memory = FiniteMemory.Of(process, 50, 1e-12);

        double[] law = memory.JointLaw(1e-13)!;

        Assert.True(memory.Count > 10);
        Digits.Agree([2 / 3.0, 1 / 3.0], [law.Where((_, i) => i % 2 == 0).Sum(), law.Where((_, i) => i % 2 == 1).Sum()], 1e-12);
    }

    [Fact]
    public void JointLaw_OfMinimalProcess_HasOneMemoryForEachStateAndNoOther()
    {
        var process = KnownProcesses.RandomRandomXor;

        double[] law = FiniteMemory.Of(process, 1000, 1e-20).JointLaw(1e-13)!;

        double[][] met = [.. Enumerable.Range(0, law.Length / 5).Select(m => law.Skip(m * 5).Take(5).ToArray()).Where(v => v.Sum() > 1e-9)];
        Assert.Equal(5, met.Length);
        Assert.All(met, vector => Assert.Equal(vector.Sum(), vector.Max(), 1e-9));
    }

    [Fact]
    public void JointLaw_OfPeriodicAutomaton_Settles()
    {
        // The tokens tell the state at once, after that the memories take turns.
        var turns = KnownProcesses.Build("turns", ["0", "1"], ["A", "B"], [0.5, 0.5], (0, 0, 1, 1), (1, 1, 0, 1));

        double[] law = FiniteMemory.Of(turns, 100, 1e-20).JointLaw(1e-13)!;

        Digits.Agree([0.5, 0.5], [.. law.Where(p => p > 1e-9)], 1e-12);
    }

    [Fact]
    public void Of_AnyProcess_StopsSoonAfterThereAreEnoughMemories() =>
        Assert.InRange(FiniteMemory.Of(KnownProcesses.Mess3(0.15, 0.6), 500, 1e-30).Count, 500, 2000);
}
