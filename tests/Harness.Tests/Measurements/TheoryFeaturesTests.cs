using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TheoryFeaturesTests
{
    private static readonly ContextTable s_contexts = Known.Contexts("rrxor");

    [Fact]
    public void Fill_AContext_WritesItsLawOrItsTokensWithTheirLags()
    {
        int node = Enumerable.Range(1, s_contexts.Count).First(candidate => s_contexts.Tree.Word(candidate).SequenceEqual([1, 0, 0]));

        Assert.Equal(s_contexts.Value(Target.NextToken, node - 1).ToArray(), Of(TheoryNulls.NextToken, node));
        // Eight lengths, then the last token: length 3, token 0.
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 1, 0], Of(TheoryNulls.LastOne, node));
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, .. new double[10]], Of(TheoryNulls.LastAll, node));
    }

    private static double[] Of(string name, int node)
    {
        TheoryFeatures features = TheoryFeatures.Of(s_contexts)[name];
        double[] row = [.. Enumerable.Repeat(7.0, features.Width)];
        features.Fill(node - 1, row);
        return row;
    }
}
