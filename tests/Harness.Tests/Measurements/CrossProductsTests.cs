using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CrossProductsTests
{
    [Fact]
    public void Add_InParts_GivesTheWeightedSumsOfEachFold()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 6, longestTrained: 5);
        TargetTable targets = TargetTable.Of(contexts, new Seed(0), 0);
        CrossProducts products = new(contexts, targets, 1, Weighting.Probability, ContextScope.Trained);

        for (int first = 0; first < contexts.Count; first += 7)
        {
            int start = first;
            products.Add(start, Math.Min(7, contexts.Count - start), (row, into) => into[0] = start + row);
        }
        products.Finish();

        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        foreach (Partition partition in Enum.GetValues<Partition>())
        {
            for (int fold = 0; fold < Folds.Count; fold++)
            {
                int[] rows = [.. Enumerable.Range(0, contexts.Count).Where(context => contexts.FoldsOf(partition)![context] == fold && weights[context] > 0)];
                double[] matrix = products.Of(partition)![fold];

                Assert.Equal(rows.Length, products.DistinctContexts(partition)[fold]);
                Assert.Equal(rows.Sum(row => weights[row] * row * row), matrix[0], 1e-8);
                Assert.Equal(rows.Sum(row => weights[row]), matrix[(products.Constant * products.Stride) + products.Constant], 1e-12);
                Assert.Equal(rows.Sum(row => weights[row] * row * contexts.Belief(row)[4]), matrix[6], 1e-10);
                Assert.Equal(matrix[6], matrix[6 * products.Stride]);
            }
        }
    }

    [Fact]
    public void Of_PartitionThatDoesNotExist_IsNothing()
    {
        ContextTable contexts = Known.Contexts("mess3");

        Assert.Null(new CrossProducts(contexts, TargetTable.Of(contexts, new Seed(0), 0), 1, Weighting.Probability, ContextScope.All).Of(Partition.Belief));
    }
}
