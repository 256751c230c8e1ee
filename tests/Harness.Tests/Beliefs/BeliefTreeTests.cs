using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefTreeTests
{
    private static readonly Dictionary<string, GenerativeProcess> s_processes = new()
    {
        ["rrxor"] = KnownProcesses.RandomRandomXor,
        ["mess3"] = KnownProcesses.Mess3(0.05, 0.85),
        ["sns"] = KnownProcesses.SimpleNonunifilarSource(0.1, 0.2),
        ["teddy"] = FieldProcesses.Teddy(),
        ["bloch"] = FieldProcesses.BlochWalk(1, 3),
        ["frdn"] = FieldProcesses.Frdn(),
        ["moon"] = FieldProcesses.Moon(),
        ["opaque"] = new Opaque(KnownProcesses.Mess3(0.15, 0.6)),
    };

    public static TheoryData<string> Processes => [.. s_processes.Keys];

    [Fact]
    public void Grow_Rrxor_HasTheKnownNumbersOfWords()
    {
        var tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 11);

        Assert.Equal(436, tree.LevelStart[11] - tree.LevelStart[10]);
        Assert.Equal(1047, tree.LevelStart[11]);
        Assert.Equal(1723, tree.Count);
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Child_OfEveryNodeAndSymbol_IsTheWordWithThatTokenOrNone(string name)
    {
        var tree = BeliefTree.Grow(s_processes[name], 4);
        Dictionary<(int, int), int> children = Enumerable.Range(1, tree.Count - 1).ToDictionary(node => (tree.Parents[node], (int)tree.Symbols[node]));

        for (int node = 0; node < tree.Count; node++)
        {
            for (int symbol = -1; symbol <= tree.Process.SymbolCount; symbol++)
            {
                Assert.Equal(children.GetValueOrDefault((node, symbol), -1), tree.Child(node, symbol));
            }
        }
    }

    // Tokens that a generalised model forbids have probabilities that are 0 up to rounding.
    [Fact]
    public void Grow_Moon_HasTheKnownNumbersOfWords()
    {
        var tree = BeliefTree.Grow(FieldProcesses.Moon(), 8);

        Assert.Equal([3, 8, 22, 60, 164, 448, 1224, 3344], Enumerable.Range(1, 8).Select(length => tree.LevelStart[length + 1] - tree.LevelStart[length]));
    }

    [Theory]
    [InlineData("0", 0.333333333333, 0.85, 0.075, 0.075)]
    [InlineData("00", 0.2245625, 0.974672975, 0.012663512, 0.012663512)]
    [InlineData("01", 0.0543854166667, 0.355104386, 0.592606780, 0.052288834)]
    [InlineData("012", 0.00805966145833, 0.178061721, 0.280229474, 0.541708806)]
    [InlineData("0000000000", 0.0261001095209, 0.989311811, 0.005344094, 0.005344094)]
    public void Grow_Mess3_HasTheKnownBeliefs(string word, double probability, double a, double b, double c)
    {
        var tree = BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), word.Length);
        int node = Enumerable.Range(0, tree.Count).Single(n => string.Concat(tree.Word(n)) == word);

        Assert.Equal(probability, tree.Probabilities[node], 1e-12);
        Digits.Agree([a, b, c], tree.Belief(node).ToArray(), 6e-10);
    }

    // Whatever computes a level at a time gives what one step of the filter gives, to the last bit, in lexicographic order.
    [Theory]
    [MemberData(nameof(Processes))]
    public void Grow_AnyProcess_IsTheFilterBitForBit(string id)
    {
        GenerativeProcess process = s_processes[id];
        var tree = BeliefTree.Grow(process, 7);
        double[] next = new double[process.StateCount];
        int child = 1;

        Assert.Equal([.. process.Start], tree.Belief(0).ToArray());
        Assert.Equal((-1, 0, 1.0), (tree.Parents[0], tree.Symbols[0], tree.Probabilities[0]));
        for (int node = 0; node < tree.LevelStart[7]; node++)
        {
            for (int symbol = 0; symbol < process.SymbolCount; symbol++)
            {
                double probability = process.Advance(tree.Belief(node), symbol, next);
                if (probability > 0)
                {
                    Assert.Equal((node, symbol, tree.Probabilities[node] * probability), (tree.Parents[child], tree.Symbols[child], tree.Probabilities[child]));
                    Assert.Equal(next, tree.Belief(child++).ToArray());
                }
            }
        }
        Assert.Equal(tree.Count, child);
        Assert.Equal([tree.Count, tree.Count, tree.Count], [tree.Symbols.Length, tree.Probabilities.Length, tree.LevelStart[^1]]);
    }

    // Levels large enough to be divided: every token possible, some impossible, and nothing known but the filter.
    [Theory]
    [InlineData("mess3", 10)]
    [InlineData("rrxor", 20)]
    [InlineData("moon", 11)]
    [InlineData("opaque", 10)]
    public void Grow_WithSeveralThreads_HasTheSameBits(string id, int depth)
    {
        BeliefTree one = BeliefTree.Grow(s_processes[id], depth), several = BeliefTree.Grow(s_processes[id], depth, degree: 3);

        Assert.True(one.LevelStart[depth] - one.LevelStart[depth - 1] > 16384);
        Assert.Equal(one.LevelStart, several.LevelStart);
        Assert.Equal(one.Parents, several.Parents);
        Assert.Equal(one.Symbols, several.Symbols);
        Assert.Equal(one.Probabilities, several.Probabilities);
        Assert.All(Enumerable.Range(0, one.Count), node => Assert.True(one.Belief(node).SequenceEqual(several.Belief(node))));
    }

    [Fact]
    public void Grow_BeyondTheLimit_IsRefusedWithTheEstimateAndTheRemedy()
    {
        var refusal = Assert.Throws<TreeTooLargeException>(() => BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 20));

        Assert.Equal(
            "'mess3' has about 5,230,176,601 words up to length 20: 185.1 GB of memory. At most 50,000,000 words and 8 GB are allowed. "
            + "Use a smaller depth or window: up to 15 there are 21,523,360.", refusal.Message);
    }

    [Fact]
    public void Grow_BeyondTheMemory_IsRefused()
    {
        var refusal = Assert.Throws<TreeTooLargeException>(() => BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 8, bytes: 100_000));

        Assert.Contains("up to 6 there are 1,093", refusal.Message, StringComparison.Ordinal);
    }

    // The words of a generalised model cannot be counted before they are there.
    [Fact]
    public void Grow_UncountedWordsBeyondTheLimit_IsRefusedWhereItHappens()
    {
        var refusal = Assert.Throws<TreeTooLargeException>(() => BeliefTree.Grow(FieldProcesses.BlochWalk(1, 3), 12, limit: 1000));

        Assert.Contains("about 22,369,621 words up to length 12", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("up to 4 there are 341", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mess3", 1000, 5)]
    [InlineData("rrxor", 1047, 10)]
    [InlineData("rrxor", 1046, 9)]
    [InlineData("bloch", 100, 3)]
    [InlineData("opaque", 1, 0)]
    public void GrowWithin_ALimit_IsTheDeepestTreeThatFits(string id, int limit, int depth)
    {
        GenerativeProcess process = s_processes[id];
        var tree = BeliefTree.GrowWithin(process, 30, limit);

        Assert.Equal(depth, tree.Depth);
        Assert.Equal(BeliefTree.Grow(process, depth).LevelStart, tree.LevelStart);
        Assert.Equal(2, BeliefTree.GrowWithin(process, 2, 50_000).Depth);
    }
}
