using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class WordCountTests
{
    [Fact]
    public void LengthBeyond_OfRrxor_IsTheLengthAtWhichTheTreePassesTheLimit()
    {
        HiddenMarkovModel process = KnownProcesses.RandomRandomXor;
        int words = BeliefTree.Grow(process, 10).Count;

        Assert.Equal(1047, words);
        Assert.Null(WordCount.LengthBeyond(process, 10, words));
        Assert.Equal(10, WordCount.LengthBeyond(process, 12, words - 1));
    }

    [Fact]
    public void LengthBeyond_OfManyWords_IsKnownAtOnce() => Assert.Equal(16, WordCount.LengthBeyond(KnownProcesses.Mess3(0.05, 0.85), 1000, 50_000_000));
}
