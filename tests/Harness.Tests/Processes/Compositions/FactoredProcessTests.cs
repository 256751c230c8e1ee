using Harness.Beliefs;
using Harness.Processes;
using Harness.Processes.Compositions;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

public sealed class FactoredProcessTests
{
    private const string Chain = """
        { "kind": "chain", "factors": [ { "process": "coin", "with": { "p": 0.25 } },
          { "variants": [ { "process": "mess3", "with": { "x": 0.15, "a": 0.6 } }, { "process": "mess3", "with": { "x": 0.5, "a": 0.6 } } ] } ] }
        """;

    [Fact]
    public void Product_Tokens_CountTheLastFactorFastest()
    {
        FactoredProcess process = Composed.Factored("""{ "kind": "product", "factors": ["coin", "mess3"] }""");

        Assert.Equal(["0:0", "0:1", "0:2", "1:0", "1:1", "1:2"], process.Symbols);
        Assert.Equal(["1:A", "2:A", "2:B", "2:C"], process.States);
        Assert.Equal(["A:A", "A:B", "A:C"], process.JointStates());
        Assert.Equal((1, 2), (process.TokenOf(0, 5), process.TokenOf(1, 5)));
        Assert.Equal("product(coin, mess3)", process.Id);
        Assert.True(process.IsIndependent);
    }

    [Fact]
    public void Product_Belief_IsTheBeliefsOfTheFactorsOneAfterTheOther()
    {
        LinearProcess process = Composed.Of("""{ "kind": "product", "factors": ["mess3", "bloch-walk"] }""");
        LinearProcess mess3 = Composed.Of("\"mess3\""), bloch = Composed.Of("\"bloch-walk\"");
        double[] first = Composed.Belief(mess3, 2, 0), second = Composed.Belief(bloch, 1, 3), belief = Composed.Belief(process, (2 * 4) + 1, (0 * 4) + 3);

        Composed.Near([.. first, .. second], belief);
        Composed.Near([.. first.SelectMany(x => second.Select(y => x * y))], process.Joint(belief));
        Assert.Equal(Composed.Probability(mess3, 2, 0) * Composed.Probability(bloch, 1, 3), Composed.Probability(process, 9, 3), 1e-15);
        Assert.Equal(ProcessKind.Ghmm, process.Kind);
    }

    [Fact]
    public void Chain_Variant_IsThatOfTheTokenBeforeAtTheSameStep()
    {
        LinearProcess process = Composed.Of(Chain);
        LinearProcess slow = Composed.Of("\"mess3\""), fast = Composed.Of("""{ "process": "mess3", "with": { "x": 0.5, "a": 0.6 } }""");
        double[] after = Composed.Belief(slow, 2);

        // The second token comes after "0" and then after "1": the belief moves by the slow variant, then by the fast one.
        Assert.Equal(0.25 * Composed.Probability(slow, 2) * 0.75 * Composed.Probability(fast.StartingFrom(after), 1), Composed.Probability(process, 2, 3 + 1), 1e-15);
        Composed.Near([1, .. Composed.Belief(fast.StartingFrom(after), 1)], Composed.Belief(process, 2, 4));
        Assert.False(Assert.IsType<FactoredProcess>(process).IsIndependent);
    }

    [Fact]
    public void Numbers_OfDifferentCompositions_Differ()
    {
        string[] compositions =
        [
            """{ "kind": "product", "factors": ["coin", "mess3"] }""",
            """{ "kind": "product", "factors": ["mess3", "coin"] }""",
            """{ "kind": "product", "factors": ["coin", { "process": "mess3", "with": { "x": 0.05, "a": 0.85 } }] }""",
            Chain,
            """{ "kind": "noise", "of": { "kind": "product", "factors": ["coin", "mess3"] }, "epsilon": 0 }""",
            """{ "kind": "noise", "of": { "kind": "product", "factors": ["coin", "mess3"] }, "epsilon": 0.1 }""",
            """{ "kind": "bos", "of": { "kind": "product", "factors": ["coin", "mess3"] } }""",
            """{ "kind": "relabel", "of": { "kind": "product", "factors": ["coin", "mess3"] }, "symbols": { "0:1": "0:0" } }""",
            """{ "kind": "relabel", "of": { "kind": "product", "factors": ["coin", "mess3"] }, "symbols": { "0:2": "0:0" } }""",
            """{ "kind": "mixture", "components": [{ "process": { "kind": "product", "factors": ["coin", "mess3"] }, "weight": 0.5 }, { "process": "coin", "weight": 0.5 }] }""",
            """{ "kind": "mixture", "components": [{ "process": { "kind": "product", "factors": ["coin", "mess3"] }, "weight": 0.4 }, { "process": "coin", "weight": 0.6 }] }""",
        ];
        string[] keys = [.. compositions.Select(json => string.Join(' ', Composed.Of(json).Numbers))];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], string.Join(' ', Composed.Of(compositions[0]).Numbers));
        Assert.NotEqual(keys[0], string.Join(' ', Composed.Of(compositions[0]).StartingFrom([1, 1, 0, 0]).Numbers));
    }

    /// <summary>arXiv:2602.02385: 432 tokens; H[X_{L+1} | X_1…X_L] of independent factors is the sum of theirs.</summary>
    [Fact]
    public void OptimalLoss_OfThePublishedProduct_IsTheSumOverItsFactors()
    {
        FactoredProcess process = Composed.Factored("\"mess3-bloch-product\"");
        double[] sum = new double[9];
        foreach (IGrouping<string, LinearProcess> same in process.Factors.Select(factor => factor.First).GroupBy(factor => factor.Id))
        {
            double[] own = MyopicEntropy.Nats(BeliefTree.Grow(same.First(), 8));
            sum = [.. sum.Zip(own, (total, h) => total + (same.Count() * h))];
        }

        Assert.Equal((432, 15, 243L), (process.SymbolCount, process.StateCount, process.JointCount));
        Composed.Near([6.068426, 5.979514, 5.936424, 5.909728, 5.892388, 5.880320, 5.871917, 5.865888, 5.861580], sum, 1e-6);
        Assert.Equal(5.925576, MyopicEntropy.OptimalLossNats(sum, 0, 7), 1e-6);
        // The same from the joint tokens, as far as they can be listed.
        Composed.Near(sum[..2], MyopicEntropy.Nats(BeliefTree.Grow(process, 1)), 1e-12);
    }

    [Fact]
    public void PublishedChain_Factors_StayFactoredAndDepend()
    {
        FactoredProcess process = Composed.Factored("\"mess3-bloch-chain\"");
        double[] law = new double[432], belief = Composed.Belief(process, 0);
        process.NextToken(belief, law);

        // After (0, 0, 0, 0, 0) the second factor is believed at (.6, .2, .2), and its token depends on the first one's: by variant 0 it is in A with
        // probability .48 and shows 0 with .48·.6 + .52·.2, by variant 1 with .512 and .512·.79 + .488·.105.
        double Second(int first, int second) => Enumerable.Range(0, 48).Sum(rest => law[(first * 144) + (second * 48) + rest]) / Enumerable.Range(0, 144).Sum(rest => law[(first * 144) + rest]);
        Assert.Equal(1, law.Sum(), 1e-12);
        Assert.Equal(0.392, Second(0, 0), 1e-12);
        Assert.Equal(0.45572, Second(1, 0), 1e-12);
        Assert.Equal([1, 3, 3, 3, 4], process.Factors.Select(factor => factor.Variants.Count));
        Composed.Near(process.Start, process.Stationary, 1e-15);
    }
}
