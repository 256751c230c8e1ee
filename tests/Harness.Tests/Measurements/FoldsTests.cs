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

    // Groups of each length are spread by themselves, so that the shares of all lengths together are near a fifth, not at it.
    [Theory]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Suffix)]
    [InlineData("rrxor", Partition.Belief)]
    [InlineData("mess3", Partition.Subtree)]
    [InlineData("mess3", Partition.Suffix)]
    [InlineData("z1r", Partition.Subtree)]
    public void Assign_Probability_IsSpreadOverAllFolds(string process, object partition)
    {
        ContextTable contexts = Known.Contexts(process);
        int[] folds = contexts.FoldsOf((Partition)partition)!;
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.All);

        for (int fold = 0; fold < Folds.Count; fold++)
        {
            Assert.InRange(Enumerable.Range(0, contexts.Count).Where(context => folds[context] == fold).Sum(context => weights[context]), 0.1, 0.3);
        }
    }

    // Held out with a whole length, a probe would be asked about a position that it has never seen.
    [Theory]
    [InlineData("rrxor")]
    [InlineData("mess3")]
    [InlineData("z1r")]
    [InlineData("even")]
    public void Assign_ContextsOfOneLength_AreNeverAllInOneFold(string process)
    {
        ContextTable contexts = Known.Contexts(process);
        foreach (Partition partition in new[] { Partition.Subtree, Partition.Suffix })
        {
            int[] folds = contexts.FoldsOf(partition)!;
            for (int length = 1; length <= contexts.Tree.Depth; length++)
            {
                Assert.True(Enumerable.Range(0, contexts.Count).Where(context => contexts.Tree.Length(context + 1) == length).Select(context => folds[context]).Distinct().Count() > 1,
                    $"{partition}, length {length}");
            }
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

    [Theory]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Belief)]
    [InlineData("mess3", Partition.Suffix)]
    public void Assign_Repetitions_KeepGroupsTogetherAndDifferFromEachOther(string process, object partition)
    {
        ContextTable contexts = Known.Contexts(process);
        int[][] folds = [.. Enumerable.Range(0, 4).Select(repetition => contexts.FoldsOf((Partition)partition, repetition)!)];

        Assert.Equal(4, folds.Select(fold => string.Join(' ', fold)).Distinct().Count());
        foreach (IGrouping<string, int> together in Enumerable.Range(0, contexts.Count).GroupBy(context => Group(contexts, (Partition)partition, context)))
        {
            Assert.All(folds, fold => Assert.Single(together.Select(context => fold[context]).Distinct()));
        }
        Assert.All(folds, fold => Assert.Equal(Folds.Count, fold.Distinct().Count()));
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
