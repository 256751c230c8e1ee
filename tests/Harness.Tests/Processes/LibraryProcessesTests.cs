using Harness.Beliefs;
using Harness.Processes;
using Harness.Specs;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Processes;

/// <summary>The shipped processes against matrices, laws and beliefs worked out independently.</summary>
public sealed class LibraryProcessesTests
{
    [Fact]
    public void EveryShippedProcess_IsSound()
    {
        List<Problem> problems = [];
        ProcessLibrary library = Library(problems);

        foreach (string id in library.Ids(Repository.Root))
        {
            LoadedProcess process = library.Find(id, Repository.Root, Scope.Root("test", null, problems))!;
            library.Check(process);
        }

        Assert.Empty(problems);
        Assert.Equal(
            [
                "arch", "bloch-walk", "coin", "days-of-week", "deep-parentheses", "even", "frdn", "golden-mean", "mess3", "mess3-bloch-chain", "mess3-bloch-product", "moon", "mr-name", "n-coins", "n1-n0-golden-mean",
                "parentheses", "period-k", "random-hmm", "rip", "rrxor", "rrxor-leaky", "sns", "teddy", "wonka-dursley", "z1r",
            ],
            library.Ids(Repository.Root));
    }

    /// <summary>Of a unifilar machine h = Σ_s π_s H[token | s], and C = H[π] as these machines are minimal.</summary>
    [Theory]
    [InlineData("coin")]
    [InlineData("even")]
    [InlineData("golden-mean")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void KnownFacts_OfUnifilarProcesses_FollowFromTheMatrices(string id)
    {
        List<Problem> problems = [];
        Scope at = Scope.Root("test", null, problems);
        IProcessFamily file = Library(problems).Find(id, Repository.Root, at)!.File;

        Assert.NotEmpty(file.Known!);
        foreach (KnownFacts facts in file.Known!)
        {
            HiddenMarkovModel process = Process(id, [.. (facts.With ?? new Dictionary<string, Scalar>()).Select(value => (value.Key, value.Value.Constant(at)))]);
            double entropy = Enumerable.Range(0, process.StateCount).Sum(state => process.Stationary[state] * Bits(Law(process, state)));

            Assert.True(process.IsUnifilar);
            Assert.Equal(facts.EntropyRateBits!.Constant(at), entropy, 1e-14);
            Assert.Equal(facts.StatisticalComplexityBits!.Constant(at), Bits(process.Stationary), 1e-14);
        }
        Assert.Empty(problems);
    }

    [Fact]
    public void Mess3_AtPublishedParameters_HasThePublishedMatrix()
    {
        HiddenMarkovModel mess3 = Process("mess3", ("x", 0.05), ("a", 0.85));

        Near([.765, .00375, .00375, .0425, .0675, .00375, .0425, .00375, .0675], mess3.TransitionMatrix(0).ToArray(), 1e-15);
        Near([1 / 3d, 1 / 3d, 1 / 3d], mess3.Stationary, 1e-15);
        Assert.False(mess3.IsUnifilar);
        Assert.Equal(0.05, mess3.Parameters["x"]);
    }

    [Theory]
    [InlineData(.05, .85, "0", 1 / 3d, .85, .075, .075)]
    [InlineData(.05, .85, "00", .2245625, .974672975, .012663512, .012663512)]
    [InlineData(.05, .85, "01", .0543854166667, .355104386, .592606780, .052288834)]
    [InlineData(.05, .85, "012", .00805966145833, .178061721, .280229474, .541708806)]
    [InlineData(.05, .85, "0000000000", .0261001095209, .989311811, .005344094, .005344094)]
    [InlineData(.15, .6, "01", .101333333333, .315789474, .513157895, .171052632)]
    public void Mess3_AfterAWord_HasTheExactBelief(double x, double a, string word, double probability, double first, double second, double third)
    {
        (double found, double[] belief) = After(Process("mess3", ("x", x), ("a", a)), word);

        Assert.Equal(probability, found, 1e-12);
        Near([first, second, third], belief, 1e-9);
    }

    [Fact]
    public void Rrxor_ToLength10_Has436WordsAnd35Beliefs()
    {
        HiddenMarkovModel rrxor = Process("rrxor");
        BeliefTree tree = BeliefTree.Grow(rrxor, 10);
        IEnumerable<string> beliefs = Enumerable.Range(1, tree.Count - 1)
            .Select(node => string.Join(' ', tree.Belief(node).ToArray().Select(mass => Math.Round(mass, 8))));

        Assert.Equal(436, tree.LevelStart[11] - tree.LevelStart[10]);
        Assert.Equal(1047, tree.Count);
        Assert.Equal(35, beliefs.Distinct().Count());
        Near([1 / 3d, 1 / 6d, 1 / 6d, 1 / 6d, 1 / 6d], rrxor.Stationary, 1e-15);
        Assert.True(rrxor.IsUnifilar);
    }

    [Fact]
    public void Rrxor_WithUnequalCoins_EmitsZeroWithP1ThenP2()
    {
        HiddenMarkovModel start = Process("rrxor", ("p1", 0.9), ("p2", 0.2)).StartingFrom([1, 0, 0, 0, 0]);

        Assert.Equal(0.9 * 0.2, After(start, "000").Probability, 1e-15);
        Assert.Equal(0.1 * 0.8, After(start, "110").Probability, 1e-15);
        Assert.Equal(0.1 * 0.2, After(start, "101").Probability, 1e-15);
    }

    [Theory]
    [InlineData("0", 1 / 3d, 2 / 3d, 0)]
    [InlineData("1", 1 / 3d, 0, 2 / 3d)]
    [InlineData("10", 1 / 2d, 1 / 2d, 0)]
    [InlineData("00", 0, 1, 0)]
    [InlineData("11", 1, 0, 0)]
    [InlineData("101", 0, 0, 1)]
    public void Z1r_AfterAWord_HasTheExactBelief(string word, double zero, double one, double random) =>
        Near([zero, one, random], After(Process("z1r"), word).Belief, 1e-15);

    [Fact]
    public void Z1r_P_IsTheProbabilityOfOneAtR() =>
        Assert.Equal(0.2, After(Process("z1r", ("p", 0.2)).StartingFrom([0, 0, 1]), "1").Probability, 1e-15);

    [Theory]
    [InlineData("golden-mean")]
    [InlineData("even")]
    public void GoldenMeanAndEven_ForAnyP_HaveStationaryLawOneToP(string id) =>
        Near([1 / 1.3, 0.3 / 1.3], Process(id, ("p", 0.3)).Stationary, 1e-15);

    [Fact]
    public void Coin_P_IsTheProbabilityOfZero() => Assert.Equal(0.3, After(Process("coin", ("p", 0.3)), "0").Probability, 1e-15);

    private static double Bits(IEnumerable<double> law) => -law.Where(mass => mass > 0).Sum(mass => mass * Math.Log2(mass));

    private static double[] Law(HiddenMarkovModel process, int state)
    {
        double[] law = new double[process.SymbolCount];
        process.NextToken([.. Enumerable.Range(0, process.StateCount).Select(other => other == state ? 1d : 0)], law);
        return law;
    }

    private static ProcessLibrary Library(List<Problem> problems) => new(new SpecFormat(), Repository.Processes, Repository.Root, problems);

    private static HiddenMarkovModel Process(string id, params (string Name, double Value)[] with)
    {
        List<Problem> problems = [];
        Dictionary<string, Scalar> values = with.ToDictionary(value => value.Name, value => new Scalar(value.Value));
        GenerativeProcess? process = Library(problems).Resolve(new ProcessReference(id, values), Repository.Root, Scope.Root("test", null, problems));
        Assert.Empty(problems);
        return (HiddenMarkovModel)process!;
    }

    private static (double Probability, double[] Belief) After(HiddenMarkovModel process, string word)
    {
        BeliefTree tree = BeliefTree.Grow(process, word.Length);
        int node = Enumerable.Range(0, tree.Count).Single(candidate => string.Concat(tree.Word(candidate)) == word);
        return (tree.Probabilities[node], tree.Belief(node).ToArray());
    }

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
