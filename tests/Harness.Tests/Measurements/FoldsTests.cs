using Harness.Beliefs;
using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class FoldsTests
{
    [Theory]
    [InlineData(Partition.Subtree)]
    [InlineData(Partition.Suffix)]
    [InlineData(Partition.Belief)]
    public void Assign_Groups_StayTogether(object partition)
    {
        ContextTable contexts = Known.Contexts("rrxor");
        int[] folds = contexts.FoldsOf((Partition)partition)!;
        string[] group = [.. Enumerable.Range(0, contexts.Count).Select(context => Group(contexts, (Partition)partition, context))];

        foreach (IGrouping<string, int> together in Enumerable.Range(0, contexts.Count).GroupBy(context => group[context], context => folds[context]))
        {
            Assert.Single(together.Distinct());
        }
        Assert.True(group.Distinct().Count() > Folds.Count);
    }

    // The heaviest group of each partition is far below a fifth here, so that no fold need be off by more than it.
    [Theory]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Suffix)]
    [InlineData("rrxor", Partition.Belief)]
    [InlineData("mess3", Partition.Subtree)]
    [InlineData("mess3", Partition.Suffix)]
    [InlineData("z1r", Partition.Subtree)]
    public void Assign_Probability_IsBalanced(string process, object partition)
    {
        ContextTable contexts = Known.Contexts(process);
        int[] folds = contexts.FoldsOf((Partition)partition)!;
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.All);

        for (int fold = 0; fold < Folds.Count; fold++)
        {
            Assert.InRange(Enumerable.Range(0, contexts.Count).Where(context => folds[context] == fold).Sum(context => weights[context]), 0.19, 0.21);
        }
    }

    [Fact]
    public void Assign_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 8);

        int[] first = Folds.Assign(Partition.Subtree, tree, null, 0)!;

        Assert.Equal(first, Folds.Assign(Partition.Subtree, BeliefTree.Grow(KnownProcesses.RandomRandomXor, 8), null, 0)!);
        Assert.NotEqual(first, Folds.Assign(Partition.Subtree, tree, null, 1)!);
    }

    [Fact]
    public void Assign_BeliefsWithoutFinitePresentation_IsNothing() =>
        Assert.Null(Folds.Assign(Partition.Belief, BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 3), null, 0));

    [Fact]
    public void Assign_WindowShorterThanFour_StillHasFolds() =>
        Assert.Equal(39, Folds.Assign(Partition.Subtree, BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 3), null, 0)!.Length);

    private static string Group(ContextTable contexts, Partition partition, int context)
    {
        int[] word = contexts.Tree.Word(context + 1);
        return partition switch
        {
            Partition.Subtree => string.Join("", word.Take(4)),
            Partition.Suffix => string.Join("", word.TakeLast(4)),
            _ => contexts.StateOf![context + 1].ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
