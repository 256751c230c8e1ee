using Harness.Beliefs;
using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

/// <summary>Every fact that a shipped process file states, held against the theory. What follows from the matrices alone is checked when a file is validated.</summary>
public sealed class KnownFactsTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string, int> Facts
    {
        get
        {
            TheoryData<string, int> facts = [];
            foreach (string id in Library.Ids)
            {
                for (int i = 0; i < (Library.File(id).Known?.Count ?? 0); i++)
                {
                    facts.Add(id, i);
                }
            }
            return facts;
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Scalars_OfAShippedProcess_AreTheKnownOnes(string id, int known)
    {
        (HiddenMarkovModel process, KnownFacts facts) = Of(id, known);
        if (facts is { EntropyRateBits: null, StatisticalComplexityBits: null, ExcessEntropyBits: null })
        {
            return;
        }
        var theory = ProcessTheory.Of(process, 0);
        Near(facts.EntropyRateBits, theory.EntropyRateNats.Upper / Math.Log(2));
        if (theory.EntropyRateNats.Lower is { } lower)
        {
            Near(facts.EntropyRateBits, lower / Math.Log(2));
        }
        if (facts.StatisticalComplexityBits is not null)
        {
            Near(facts.StatisticalComplexityBits, theory.StatisticalComplexityBits.Value!.Value);
        }
        if (facts.ExcessEntropyBits is not null)
        {
            Near(facts.ExcessEntropyBits, theory.ExcessEntropyBits.Value ?? Summed(process, theory.EntropyRateNats.Value) / Math.Log(2));
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Counts_OfAShippedProcess_AreTheKnownOnes(string id, int known)
    {
        (HiddenMarkovModel process, KnownFacts facts) = Of(id, known);
        if ((facts.MixedStates ?? facts.RecurrentStates) is not null)
        {
            var count = MixedStateCount.Of(MixedStatePresentation.Of(process));
            Assert.True(count.Closed);
            Assert.Equal(facts.MixedStates ?? count.Found, count.Found);
            Assert.Equal(facts.RecurrentStates ?? count.Recurrent, count.Recurrent);
        }
        var tree = BeliefTree.Grow(process, Math.Max(facts.WordCounts?.Count ?? 0, facts.BeliefCounts?.Count ?? 0));
        Assert.Equal(facts.WordCounts ?? [], Lengths(facts.WordCounts).Select(length => Nodes(tree, length).Count()));
        Assert.Equal(facts.BeliefCounts ?? [], Lengths(facts.BeliefCounts).Select(length => Nodes(tree, length)
            .Select(node => string.Join(' ', tree.Belief(node).ToArray().Select(entry => Math.Round(entry, 8) + 0.0))).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void MyopicEntropies_OfAShippedProcess_AreTheKnownOnes(string id, int known)
    {
        (HiddenMarkovModel process, KnownFacts facts) = Of(id, known);
        if (facts.MyopicEntropyBits is { } stated)
        {
            double[] computed = MyopicEntropy.Nats(BeliefTree.Grow(process, stated.Count - 1));
            for (int i = 0; i < stated.Count; i++)
            {
                Near(stated[i], computed[i] / Math.Log(2));
            }
        }
    }

    /// <summary>The causal states of the simple nonunifilar source are the numbers of zeros since the last one.</summary>
    [Fact]
    public void Complexity_OfTheSimpleNonunifilarSource_CountsZeros()
    {
        (HiddenMarkovModel process, KnownFacts facts) = Of("sns", 0);
        double[] belief = [.. process.Stationary], next = new double[2];
        double mass = process.Advance(belief, 1, next), total = 0, complexity = 0;
        while (mass > 1e-18)
        {
            (belief, next) = (next, belief);
            total += mass;
            complexity -= mass * Math.Log2(mass);
            mass *= process.Advance(belief, 0, next);
        }

        Assert.Equal(1, total, 1e-12);
        Near(facts.StatisticalComplexityBits, complexity);
    }

    private static (HiddenMarkovModel Process, KnownFacts Facts) Of(string id, int known) => (Library.Process(id, known), Library.File(id).Known![known]);

    /// <summary>E = Σ (h_ℓ − h) in nats, to a depth at which the rest is below the tolerance for processes that forget fast.</summary>
    private static double Summed(HiddenMarkovModel process, double rate) =>
        MyopicEntropy.Nats(BeliefTree.Grow(process, process.SymbolCount == 2 ? 16 : 11)).Sum(entropy => entropy - rate);

    private static IEnumerable<int> Nodes(BeliefTree tree, int length) => Enumerable.Range(tree.LevelStart[length], tree.LevelStart[length + 1] - tree.LevelStart[length]);

    private static IEnumerable<int> Lengths(IReadOnlyList<int>? counts) => Enumerable.Range(1, counts?.Count ?? 0);

    private static void Near(Scalar? stated, double computed)
    {
        if (stated is not null)
        {
            List<Problem> problems = [];
            Assert.Equal(stated.Constant(Scope.Root("known", null, problems)), computed, Tolerance);
            Assert.Empty(problems);
        }
    }
}
