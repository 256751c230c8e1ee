using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TargetTableTests
{
    private static readonly ContextTable s_contexts = Known.Contexts("rrxor");
    private static readonly TargetTable s_targets = TargetTable.Of(s_contexts, new Seed(3), 2);
    private static readonly TargetBlock s_block = s_targets.Block(Target.Belief);

    [Fact]
    public void Row_FirstColumns_AreTheBelief() =>
        Assert.All(Enumerable.Range(0, s_contexts.Count), context => Assert.Equal(s_contexts.Belief(context).ToArray(), Block(context, 0)));

    [Fact]
    public void Shuffled_EachLength_KeepsItsBeliefs()
    {
        for (int draw = 0; draw < 2; draw++)
        {
            for (int length = 1; length <= 8; length++)
            {
                int start = s_contexts.Tree.LevelStart[length] - 1, end = s_contexts.Tree.LevelStart[length + 1] - 1;
                IEnumerable<int> level = Enumerable.Range(start, end - start);

                Assert.Equal(
                    level.Select(context => Key(Block(context, 0))).Order(StringComparer.Ordinal),
                    level.Select(context => Key(Block(context, s_block.Column(TargetBlock.Shuffled(draw))))).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Permuted_FinitePresentation_MapsMixedStatesOneToOne()
    {
        for (int draw = 0; draw < 2; draw++)
        {
            var images = Enumerable.Range(0, s_contexts.Count).GroupBy(context => s_contexts.StateOf![context + 1], context => Key(Block(context, s_block.Column(s_block.Permuted(draw))))).ToArray();

            Assert.All(images, image => Assert.Single(image.Distinct()));
            Assert.Equal(
                Enumerable.Range(0, s_contexts.Count).Select(context => Key(Block(context, 0))).Distinct().Order(StringComparer.Ordinal),
                images.Select(image => image.First()).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Permuted_InfinitePresentation_KeepsTheBeliefs()
    {
        ContextTable contexts = Known.Contexts("mess3");
        TargetTable targets = TargetTable.Of(contexts, new Seed(3), 1);
        int first = targets.Block(Target.Belief).Column(targets.Block(Target.Belief).Permuted(0));

        Assert.Equal(
            Enumerable.Range(0, contexts.Count).Select(context => Key(contexts.Belief(context).ToArray())).Order(StringComparer.Ordinal),
            Enumerable.Range(0, contexts.Count).Select(context => Key(targets.Row(context).Slice(first, 3).ToArray())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Draws_OfOneSeed_DifferFromEachOtherAndFromTheBeliefs()
    {
        int[] firsts = [.. Enumerable.Range(0, 5).Select(s_block.Column)];

        Assert.Equal(5, firsts.Select(first => string.Join(';', Enumerable.Range(0, s_contexts.Count).Select(context => Key(Block(context, first))))).Distinct().Count());
        Assert.Equal(5 * s_targets.States, s_targets.Columns);
    }

    [Fact]
    public void Of_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        static string All(TargetTable table) => string.Join(';', Enumerable.Range(0, s_contexts.Count).Select(context => Key(table.Row(context).ToArray())));

        Assert.Equal(All(s_targets), All(TargetTable.Of(s_contexts, new Seed(3), 2)));
        Assert.NotEqual(All(s_targets), All(TargetTable.Of(s_contexts, new Seed(4), 2)));
    }

    [Fact]
    public void Of_TwoTargets_DestroysThemTogether()
    {
        TargetTable both = TargetTable.Of(s_contexts, new Seed(3), 2, Target.NextToken, Target.Belief);

        Assert.Equal((25, 2), (both.Block(Target.NextToken).First, both.Block(Target.NextToken).Width));
        Assert.Equal(35, both.Columns);
        for (int context = 0; context < s_contexts.Count; context++)
        {
            for (int variant = 0; variant < 5; variant++)
            {
                double[] law = new double[2];
                s_contexts.Tree.Process.NextToken(both.Row(context, Target.Belief, variant), law);

                Assert.Equal(s_targets.Row(context, Target.Belief, variant).ToArray(), both.Row(context, Target.Belief, variant).ToArray());
                Assert.Equal(law, both.Row(context, Target.NextToken, variant).ToArray());
            }
        }
    }

    private static double[] Block(int context, int first) => s_targets.Row(context).Slice(first, s_targets.States).ToArray();

    // Beliefs of one mixed state differ by rounding, depending on the word that led there.
    private static string Key(double[] belief) => string.Join(',', belief.Select(p => p.ToString("F12", System.Globalization.CultureInfo.InvariantCulture)));
}
