using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefLevelTests
{
    [Fact]
    public void Next_OfCoins_CountsTossesAndNotWords() => Sizes([1, 2, 3, 4, 5, 6, 7, 8, 9], KnownGenerators.Coins(0.2, 0.5, 0.6));

    [Fact]
    public void Next_OfGeneralisedModels_HasTheirKnownNumbersOfBeliefs()
    {
        Sizes([1, 4, 13, 40, 121, 364, 1093], KnownGenerators.Bloch(1, Math.Sqrt(51)));
        Sizes([1, 2, 3, 4, 5, 6, 7, 8, 9], KnownGenerators.Fanizza(2000, 0.49));
        Sizes([1, 3, 6, 10, 15, 21, 28, 36, 45], KnownGenerators.Moon());
    }

    [Fact]
    public void Next_ManyBeliefsOfWhichNoneCoincide_AreNotSearchedAnyMore()
    {
        BeliefLevel level = BeliefLevel.Start(KnownProcesses.Mess3(0.15, 0.6));
        while (level.Count < 2187)
        {
            level = level.Next();
        }

        Assert.False(level.Coincide);
        Assert.Equal(7, level.Length);
        Assert.Equal(1, level.Probabilities.Sum(), 1e-13);
    }

    private static void Sizes(int[] expected, GenerativeProcess process)
    {
        BeliefLevel level = BeliefLevel.Start(process);
        foreach (int size in expected)
        {
            Assert.Equal(size, level.Count);
            Assert.Equal(1, level.Probabilities.Sum(), 1e-9);
            level = level.Next();
        }
    }
}
