using Harness.Beliefs;
using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class SuffixLinksTests
{
    [Fact]
    public void Last_EveryNodeAndLength_IsTheNodeOfTheSuffix()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 7);
        SuffixLinks links = new(tree);

        for (int node = 1; node < tree.Count; node++)
        {
            int[] word = tree.Word(node);
            Assert.Equal(word[1..], tree.Word(links.Shorter(node)));
            for (int k = 0; k <= 8; k++)
            {
                Assert.Equal(word.TakeLast(k), tree.Word(links.Last(node, k)));
            }
        }
        Assert.Equal(tree.Count, links.Count);
    }

    // From a state that forbids a token at first, words end in what no word begins with.
    [Fact]
    public void Last_FromAnotherStart_IsTheSameKeyForTheSameEnd()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.GoldenMean().StartingFrom([0, 1]), 6);
        SuffixLinks links = new(tree);

        for (int k = 0; k <= 6; k++)
        {
            Dictionary<int, string> ends = [];
            for (int node = 0; node < tree.Count; node++)
            {
                string end = string.Concat(tree.Word(node).TakeLast(k));
                Assert.Equal(end, ends.TryGetValue(links.Last(node, k), out string? known) ? known : ends[links.Last(node, k)] = end);
            }
            Assert.Equal(ends.Count, ends.Values.Distinct().Count());
        }
        Assert.True(links.Count > tree.Count);
    }
}
