using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TheoryNullsTests
{
    // Where the next-token law is an invertible affine image of the belief it decodes it perfectly, whatever is held out.
    [Theory]
    [InlineData("mess3")]
    [InlineData("even")]
    [InlineData("golden-mean")]
    public void NextToken_InvertibleLaw_IsPerfect(string process)
    {
        foreach (Weighting weighting in Enum.GetValues<Weighting>())
        {
            foreach (Partition partition in new[] { Partition.Subtree, Partition.Suffix })
            {
                Assert.Equal(1, Known.Theory(process).Of(weighting, partition, ContextScope.All)[TheoryNulls.NextToken].Value!.Value, 1e-9);
            }
        }
    }

    // Known values are in-sample; the same regression held out is somewhat below.
    [Theory]
    [InlineData("z1r", 0.472)]
    [InlineData("rrxor", 0.258)]
    public void NextToken_LawThatLosesInformation_HasTheKnownRSquared(string process, double known)
    {
        ContextTable contexts = Known.Contexts(process);
        ExplicitRegression inSample = new(contexts, contexts.Weights(Weighting.Probability, ContextScope.All),
            context => [contexts.NextToken[(context + 1) * 2]], context => contexts.Belief(context).ToArray());

        Assert.Equal(known, inSample.InSample(), 1e-3);
        Assert.InRange(Known.Theory(process).Of(Weighting.Probability, Partition.Subtree, ContextScope.All)[TheoryNulls.NextToken].Value!.Value, known - 0.03, known);
    }

    [Fact]
    public void LastOne_OnGoldenMean_IsPerfect() =>
        Assert.Equal(1, Known.Theory("golden-mean").Of(Weighting.Probability, Partition.Subtree, ContextScope.All)[TheoryNulls.LastOne].Value!.Value, 1e-9);

    // With the last token and the position, written out as one-hot features.
    [Fact]
    public void LastOneAndAll_OnRrxor_AgreeWithRegressionOnExplicitRows()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        double[] penalties = [.. Enumerable.Range(0, 13).Select(i => Math.Pow(10, i - 11))];

        foreach ((string name, int lags) in new[] { (TheoryNulls.LastOne, 1), (TheoryNulls.LastAll, 8) })
        {
            ExplicitRegression explicitly = new(contexts, contexts.Weights(Weighting.Probability, ContextScope.All), context =>
            {
                int[] word = contexts.Tree.Word(context + 1);
                double[] row = new double[8 + (2 * lags)];
                row[word.Length - 1] = 1;
                for (int lag = 0; lag < Math.Min(lags, word.Length); lag++)
                {
                    row[8 + (2 * lag) + word[^(lag + 1)]] = 1;
                }
                return row;
            }, context => contexts.Belief(context).ToArray());

            Assert.Equal(explicitly.HeldOut(contexts.FoldsOf(Partition.Subtree)!, penalties),
                Known.Theory("rrxor").Of(Weighting.Probability, Partition.Subtree, ContextScope.All)[name].Value!.Value, 1e-5);
        }
    }

    [Theory]
    [InlineData("table-3", 3)]
    [InlineData("table-12", 12)]
    [InlineData("table-", null)]
    [InlineData("untrained", null)]
    public void TableOrder_OfAName_IsItsNumber(string name, int? order) => Assert.Equal(order, TheoryNulls.TableOrder(name));

    [Fact]
    public void Names_ForAWindow_AreThoseThatAreScored()
    {
        Assert.Equal(TheoryNulls.Names(8), Known.Theory("rrxor").Of(Weighting.Probability, Partition.Subtree, ContextScope.All).Keys);
        Assert.Equal("table-9", TheoryNulls.Names(20).Last());
    }

    [Fact]
    public void Of_AskedTwice_IsWorkedOutOnce() => Assert.Same(
        Known.Theory("z1r").Of(Weighting.Probability, Partition.Suffix, ContextScope.All), Known.Theory("z1r").Of(Weighting.Probability, Partition.Suffix, ContextScope.All));
}
