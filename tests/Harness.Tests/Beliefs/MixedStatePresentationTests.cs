using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class MixedStatePresentationTests
{
    public static TheoryData<string, int, int> Sizes => new()
    {
        { "golden-mean", 3, 2 }, { "even", 4, 2 }, { "z1r", 7, 3 }, { "rrxor", 36, 5 }, { "coin", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Presentation_OfFiniteProcess_HasKnownSize(string id, int count, int recurrent)
    {
        var presentation = MixedStatePresentation.Of(Named(id));

        Assert.True(presentation.Closed);
        Assert.Equal(count, presentation.Count);
        Assert.Equal(recurrent, presentation.Recurrent.Count(r => r));
    }

    [Fact]
    public void Presentation_OfRrxor_HasElevenNextTokenLaws()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);
        double[] expected = [0, 1 / 4.0, 1 / 3.0, 3 / 8.0, 2 / 5.0, 1 / 2.0, 3 / 5.0, 5 / 8.0, 2 / 3.0, 3 / 4.0, 1];

        double[] zero = [.. Enumerable.Range(0, presentation.Count).Select(s => presentation.Probabilities[s * 2])
            .Select(p => Math.Round(p, 9)).Distinct().Order()];

        Assert.Equal(expected.Select(p => Math.Round(p, 9)), zero);
    }

    [Theory]
    [InlineData("mess3")]
    [InlineData("sns")]
    public void Presentation_OfInfiniteProcess_IsNotClosed(string id)
    {
        var presentation = MixedStatePresentation.Of(Named(id));

        Assert.False(presentation.Closed);
        Assert.Equal(presentation.Suffices, presentation.Recurrent.Contains(true));
        Assert.Throws<InvalidOperationException>(() => presentation.StatesOf(BeliefTree.Grow(Named(id), 2)));
    }

    [Fact]
    public void Presentation_WhoseBeliefsAccumulate_IsNotClosedButSuffices()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.SimpleNonunifilarSource(0.1, 0.2));

        Assert.False(presentation.Closed);
        Assert.True(presentation.Suffices);
        Assert.InRange(presentation.Crowded, 1e-6, 0.01);
        Assert.Equal(0, presentation.Escape);
    }

    [Theory]
    [InlineData(0.05, 0.85)]
    [InlineData(0.33333, 0.6)]
    [InlineData(0.05, 0.999)]
    public void Presentation_OfAContinuumOfBeliefs_DoesNotSuffice(double x, double a) =>
        Assert.False(MixedStatePresentation.Of(KnownProcesses.Mess3(x, a)).Suffices);

    [Fact]
    public void Presentation_OfARenewalProcess_IsPracticallyNeverLeft()
    {
        var presentation = MixedStatePresentation.Of(KnownGenerators.Fanizza(2000, 0.49));

        Assert.False(presentation.Closed);
        Assert.InRange(presentation.Escape, 0, 1e-9);
    }

    [Fact]
    public void Presentation_BelowItsSize_IsNotClosed() =>
        Assert.False(MixedStatePresentation.Of(KnownProcesses.RandomRandomXor, limit: 35).Closed);

    [Fact]
    public void StatesOf_EveryNode_HasTheNodesBelief()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);
        var tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 10);

        int[] states = presentation.StatesOf(tree);

        Assert.Equal(tree.Count, states.Length);
        Assert.Equal(35, states.Skip(1).Distinct().Count());
        for (int node = 0; node < tree.Count; node++)
        {
            Assert.InRange(BeliefIndex.Distance(tree.Belief(node), presentation.Belief(states[node])), 0, 1e-14);
        }
    }

    [Fact]
    public void StatesOf_TreeFromAnotherStart_IsRefused()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);
        var tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor.StartingFrom([1, 0, 0, 0, 0]), 2);

        Assert.Throws<InvalidOperationException>(() => presentation.StatesOf(tree));
    }

    private static HiddenMarkovModel Named(string id) => id switch
    {
        "golden-mean" => KnownProcesses.GoldenMean(),
        "even" => KnownProcesses.Even(),
        "z1r" => KnownProcesses.ZeroOneRandom,
        "rrxor" => KnownProcesses.RandomRandomXor,
        "coin" => KnownProcesses.Coin(0.3),
        "mess3" => KnownProcesses.Mess3(0.05, 0.85),
        "sns" => KnownProcesses.SimpleNonunifilarSource(0.1, 0.2),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };
}
