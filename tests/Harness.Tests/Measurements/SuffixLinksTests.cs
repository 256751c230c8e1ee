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
    }
}
