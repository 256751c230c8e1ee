using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class SuffixTableTests
{
    // From a stationary start a k-gram table loses h(k+1) − h(L+1) at each context length L above k, and nothing at or below it.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    [InlineData("even")]
    public void LossGapNats_OfEveryOrder_IsADifferenceOfMyopicEntropies(string process)
    {
        ContextTable contexts = Known.Contexts(process);
        double[] entropy = [.. Enumerable.Range(0, contexts.Tree.Depth + 1).Select(length => Entropy(contexts, length))];

        for (int k = 1; k < contexts.Tree.Depth; k++)
        {
            double expected = Enumerable.Range(1, contexts.Tree.Depth).Average(length => entropy[Math.Min(length, k)] - entropy[length]);

            Assert.Equal(expected, Known.Theory(process).Tables.LossGapNats(k), 1e-12);
        }
    }

    [Fact]
    public void LossGapNats_TokensThatSynchronise_IsZero()
    {
        Assert.Equal(0, Known.Theory("z1r").Tables.LossGapNats(3), 1e-15);
        Assert.True(Known.Theory("z1r").Tables.LossGapNats(2) > 0.1);
        Assert.Equal(0, Known.Theory("golden-mean").Tables.LossGapNats(1), 1e-15);
    }

    // Contexts of three tokens and more are synchronised; only the very first ones are looked up among longer ones.
    [Fact]
    public void Score_TableThreeOnZ1r_IsAlmostPerfect()
    {
        Measured[] scores = Known.Theory("z1r").Tables.Score(4, Weighting.Probability, Partition.Subtree, ContextScope.Trained);

        Assert.InRange(scores[2].Value!.Value, 0.998, 1);
        Assert.InRange(scores[1].Value!.Value, 0.7, 0.85);
        Assert.Equal(scores[2].Value!.Value, scores[3].Value!.Value, 1e-12);
    }

    // One token determines the state: whatever is held out, the table is right.
    [Theory]
    [InlineData(Partition.Subtree)]
    [InlineData(Partition.Suffix)]
    public void Score_TableOneOnGoldenMean_IsPerfect(object partition) =>
        Assert.Equal(1, Known.Theory("golden-mean").Tables.Score(1, Weighting.Probability, (Partition)partition, ContextScope.Trained)[0].Value!.Value, 1e-12);

    // Held out by the last four tokens, no longer suffix than three has ever been seen.
    [Fact]
    public void Score_HeldOutBySuffix_GainsNothingBeyondThree()
    {
        Measured[] scores = Known.Theory("rrxor").Tables.Score(7, Weighting.Probability, Partition.Suffix, ContextScope.Trained);

        Assert.All(scores[3..], score => Assert.Equal(scores[2].Value!.Value, score.Value!.Value, 1e-12));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Score_HeldOut_AgreesWithALookUpWrittenOut(int k)
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[] weights = contexts.Weights(Weighting.UniformRows, ContextScope.All);
        int[] folds = contexts.FoldsOf(Partition.Subtree)!;
        string[] words = [.. Enumerable.Range(1, contexts.Count).Select(node => string.Join("", contexts.Tree.Word(node)))];
        double error = 0, spread = 0;
        for (int context = 0; context < contexts.Count; context++)
        {
            string suffix = words[context].Length > k ? words[context][^k..] : words[context];
            while (!Fit(context).Any(other => words[other].EndsWith(suffix, StringComparison.Ordinal)))
            {
                suffix = suffix[1..];
            }
            error += weights[context] * Distance(context, other => words[other].EndsWith(suffix, StringComparison.Ordinal));
            spread += weights[context] * Distance(context, _ => true);
        }

        Assert.Equal(1 - (error / spread), Known.Theory("rrxor").Tables.Score(k, Weighting.UniformRows, Partition.Subtree, ContextScope.All)[k - 1].Value!.Value, 1e-10);

        IEnumerable<int> Fit(int held) => Enumerable.Range(0, contexts.Count).Where(other => folds[other] != folds[held]);

        double Distance(int held, Func<int, bool> among)
        {
            double[] mean = new double[5];
            double mass = 0;
            foreach (int other in Fit(held).Where(among))
            {
                mass += weights[other];
                for (int s = 0; s < 5; s++)
                {
                    mean[s] += weights[other] * contexts.Belief(other)[s];
                }
            }
            return Enumerable.Range(0, 5).Sum(s => Math.Pow(contexts.Belief(held)[s] - (mean[s] / mass), 2));
        }
    }

    [Fact]
    public void Score_WithoutVarianceOrFolds_IsUndefined()
    {
        Assert.Equal("the target has no variance", Assert.Single(Known.Theory("coin").Tables.Score(1, Weighting.Probability, Partition.Subtree, ContextScope.All)).Why);
        Assert.Contains("fewer than 5 folds", Assert.Single(Known.Theory("coin").Tables.Score(1, Weighting.Probability, Partition.Belief, ContextScope.All)).Why, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(Known.Theory("mess3").Tables.Score(1, Weighting.Probability, Partition.Belief, ContextScope.All)).Why);
    }

    private static double Entropy(ContextTable contexts, int length)
    {
        double entropy = 0;
        for (int node = contexts.Tree.LevelStart[length]; node < contexts.Tree.LevelStart[length + 1]; node++)
        {
            for (int symbol = 0; symbol < contexts.Tree.Process.SymbolCount; symbol++)
            {
                double p = contexts.NextToken[(node * contexts.Tree.Process.SymbolCount) + symbol];
                entropy -= p > 0 ? contexts.Tree.Probabilities[node] * p * Math.Log(p) : 0;
            }
        }
        return entropy;
    }
}
