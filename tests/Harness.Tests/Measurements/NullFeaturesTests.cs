using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class NullFeaturesTests
{
    private static readonly ContextTable s_contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 10);
    private static readonly TargetTable s_beliefs = TargetTable.Of(s_contexts, new Seed(0), draws: 0);

    // Published with some floor under the logarithm; 1e-9 gives the published number.
    [Fact]
    public void LogNextToken_OnRrxor_ExplainsMoreThanAnyFloor()
    {
        double own = InSample(TheoryNulls.LogNextToken);

        Assert.Equal(0.347, Floored(1e-9), 2e-3);
        Assert.All(Enumerable.Range(1, 15), power => Assert.True(Floored(Math.Pow(10, -power)) <= own + 1e-9));
        Assert.Equal(0.458, own, 5e-4);

        double Floored(double least) => Explicitly(context =>
            [.. Enumerable.Range(0, 2).Select(symbol => Math.Log(Math.Max(least, s_contexts.NextToken[((context + 1) * 2) + symbol])))]);
    }

    [Fact]
    public void LogNextToken_AnImpossibleToken_IsMarkedAndNotInfinite()
    {
        double[] features = new double[4];
        // After 0 1 0 1 …: some context of RRXOR forbids a token.
        int context = Enumerable.Range(0, s_contexts.Count).First(c => s_contexts.NextToken[(c + 1) * 2] == 0);
        new NullFeatures(s_contexts).LogNextToken(context, features);

        Assert.Equal([0, 0, 0, 1], features);
    }

    // The features of fewer lags are taken out of those of more.
    [Theory]
    [InlineData("last-1", 1)]
    [InlineData("last-3", 3)]
    [InlineData("last-all", 10)]
    public void Products_OfSeveralLags_AreThoseOfEachAlone(string name, int lags)
    {
        Dictionary<string, CrossProducts> together = new NullFeatures(s_contexts).Products(["last-1", "last-3", "last-all"], s_beliefs, Weighting.UniformRows, ContextScope.All);

        Assert.Equal(Explicitly(context =>
        {
            int[] word = s_contexts.Tree.Word(context + 1);
            double[] row = new double[10 + (2 * lags)];
            row[word.Length - 1] = 1;
            for (int lag = 0; lag < Math.Min(lags, word.Length); lag++)
            {
                row[10 + (2 * lag) + word[^(lag + 1)]] = 1;
            }
            return row;
        }), new RidgeProbe(together[name], Partition.Subtree).InSample()[TargetBlock.Truth].Score.RSquared.Value!.Value, 1e-9);
    }

    [Fact]
    public void Refusal_OfManyFeatures_SaysHowMany()
    {
        ContextTable wide = Known.Contexts(Wide(255), 2);
        NullFeatures features = new(wide);

        Assert.Null(features.Refusal(TheoryNulls.NextToken));
        Assert.Null(features.Refusal(TheoryNulls.LastOne));
        Assert.Null(features.Refusal(TheoryNulls.LastAll));
        Assert.Equal("it has 514 features, and at most 512 are worked out", new NullFeatures(Known.Contexts(Wide(256), 2)).Refusal(TheoryNulls.LastAll));
        Assert.DoesNotContain(TheoryNulls.LastAll, new NullFeatures(Known.Contexts(Wide(256), 2))
            .Products([TheoryNulls.NextToken, TheoryNulls.LastAll], TargetTable.Of(Known.Contexts(Wide(256), 2), new Seed(0), 0), Weighting.Probability, ContextScope.All, Partition.Subtree).Keys);
    }

    private static Harness.Processes.HiddenMarkovModel Wide(int symbols) => KnownProcesses.Build("wide", [.. Enumerable.Range(0, symbols).Select(z => $"{z}")], ["A"], [1],
        [.. Enumerable.Range(0, symbols).Select(z => (z, 0, 0, 1.0 / symbols))]);

    private static double InSample(string name) =>
        new RidgeProbe(new NullFeatures(s_contexts).Products([name], s_beliefs, Weighting.UniformRows, ContextScope.All)[name], Partition.Subtree).InSample()[TargetBlock.Truth].Score.RSquared.Value!.Value;

    private static double Explicitly(Func<int, double[]> features) =>
        new ExplicitRegression(s_contexts, s_contexts.Weights(Weighting.UniformRows, ContextScope.All), features, context => s_contexts.Belief(context).ToArray()).InSample();
}
