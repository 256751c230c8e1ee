using System.Text.Json;
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
        ProcessLibrary library = Library.Open(problems);

        foreach (string id in library.Ids(Repository.Root))
        {
            LoadedProcess process = library.Find(id, Repository.Root, Scope.Root("test", null, problems))!;
            library.Check(process);
        }

        Assert.Empty(problems);
        Assert.Equal(
            [
                "arch", "bloch-walk", "coin", "days-of-week", "deep-parentheses", "even", "frdn", "golden-mean", "mess3", "mess3-bloch-chain", "mess3-bloch-product", "moon", "mr-name", "n-coins", "n1-n0-golden-mean",
                "ones-in-threes", "parentheses", "period-k", "random-hmm", "rip", "rrxor", "rrxor-leaky", "sns", "teddy", "wonka-dursley", "z1r",
            ],
            library.Ids(Repository.Root));
    }

    [Fact]
    public void Json_OfEveryShippedProcess_RoundTrips() => Assert.All(Library.Ids, id =>
    {
        SpecFormat format = new();
        string written = JsonSerializer.Serialize(Library.File(id), format.Options);
        IProcessFamily read = JsonSerializer.Deserialize<IProcessFamily>(written, format.Options)!;
        Scope at = Scope.Root(id, null, []);

        Assert.Equal(written, JsonSerializer.Serialize(read, format.Options));
        Assert.Equal(Library.Process(id).Numbers, Library.Open([]).Instantiate(new LoadedProcess(read, at, Repository.Processes), new Dictionary<string, double>(), at)!.Numbers);
    });

    /// <summary>Of a unifilar machine h = Σ_s π_s H[token | s], and C = H[π] as these machines are minimal.</summary>
    [Theory]
    [InlineData("coin")]
    [InlineData("even")]
    [InlineData("golden-mean")]
    [InlineData("n1-n0-golden-mean")]
    [InlineData("period-k")]
    [InlineData("rip")]
    [InlineData("rrxor")]
    [InlineData("teddy")]
    [InlineData("z1r")]
    public void KnownFacts_OfUnifilarProcesses_FollowFromTheMatrices(string id)
    {
        List<Problem> problems = [];
        Scope at = Scope.Root("test", null, problems);
        KnownFacts[] closed = [.. Library.File(id).Known!.Where(facts => facts is { EntropyRateBits: not null, StatisticalComplexityBits: not null })];

        Assert.NotEmpty(closed);
        foreach (KnownFacts facts in closed)
        {
            HiddenMarkovModel process = Process(id, [.. facts.Values(at).Select(value => (value.Key, value.Value))]);
            double entropy = Enumerable.Range(0, process.StateCount).Sum(state => process.Stationary[state] * Bits(Law(process, state)));

            Assert.True(process.IsUnifilar);
            Assert.Equal(facts.EntropyRateBits!.Constant(at), entropy, 1e-9);
            Assert.Equal(facts.StatisticalComplexityBits!.Constant(at), Bits(process.Stationary), 1e-9);
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

    [Fact]
    public void Moon_AfterZero_CannotShowAnother() =>
        Assert.Equal(0, Process("moon").Advance([0.759106746, -0.759106746, -0.759106746], 0, new double[3]));

    [Fact]
    public void Moon_Matrices_HaveThePublishedScale()
    {
        HiddenMarkovModel moon = Process("moon");

        Near([.26119641246292713, -.26119641246292713, -.26119641246292713], moon.TransitionMatrix(0)[..3].ToArray(), 1e-14);
        Assert.Equal(.26119641246292713 * Math.E, moon.TransitionMatrix(1)[0], 1e-14);
    }

    [Fact]
    public void Frdn_AfterZero_HasForgottenEverything()
    {
        HiddenMarkovModel process = Process("frdn");
        double[] reset = After(process, "0").Belief;

        Assert.All(["00", "10", "1110", "010110"], word => Near(reset, After(process, word).Belief, 1e-12));
    }

    [Fact]
    public void LeakyRrxor_IsAMixtureOfTheMatrices()
    {
        HiddenMarkovModel sound = Process("rrxor", ("p1", 0.3), ("p2", 0.2)), leaky = Process("rrxor-leaky", ("p1", 0.3), ("p2", 0.2), ("epsilon", 0.07));

        Assert.All([0, 1], symbol => Near([.. sound.TransitionMatrix(symbol).ToArray().Select(entry => (0.93 * entry) + 0.007)], leaky.TransitionMatrix(symbol).ToArray(), 1e-15));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(5, 3)]
    [InlineData(1, 4)]
    public void N1N0GoldenMean_AfterAnEscape_EmitsItsBurst(int ones, int zeros)
    {
        HiddenMarkovModel process = Process("n1-n0-golden-mean", ("n1", ones), ("n0", zeros), ("p", 0.25));
        double[] start = [1, .. new double[ones + zeros - 1]];

        Assert.Equal(0.25, After(process.StartingFrom(start), new string('1', ones) + new string('0', zeros)).Probability, 1e-15);
        Assert.Equal(1 / (1 + ((ones + zeros - 1) * 0.25)), process.Stationary[0], 1e-15);
    }

    [Fact]
    public void DeepParentheses_AtThePublishedQ_HaveTheStationaryLawOfTheUnboundedStack() =>
        Near([.25, .375, .1875, .09375], [.. Process("deep-parentheses").Stationary.Take(4)], 1e-11);

    [Fact]
    public void NCoins_FromTheStart_HasTheLawOfAMixture()
    {
        HiddenMarkovModel coins = Process("n-coins", ("n", 29));

        Assert.Equal(Enumerable.Range(1, 29).Average(k => Math.Pow(k / 30d, 3) * (1 - (k / 30d))), After(coins, "0001").Probability, 1e-15);
        Assert.Equal(29, coins.Stationary.Count(mass => Math.Abs(mass - (1 / 29d)) < 1e-15));
    }

    private static double Bits(IEnumerable<double> law) => -law.Where(mass => mass > 0).Sum(mass => mass * Math.Log2(mass));

    private static double[] Law(HiddenMarkovModel process, int state)
    {
        double[] law = new double[process.SymbolCount];
        process.NextToken([.. Enumerable.Range(0, process.StateCount).Select(other => other == state ? 1d : 0)], law);
        return law;
    }

    private static HiddenMarkovModel Process(string id, params (string Name, double Value)[] with) => Library.Process(id, with);

    private static (double Probability, double[] Belief) After(HiddenMarkovModel process, string word)
    {
        BeliefTree tree = BeliefTree.Grow(process, word.Length);
        int node = Enumerable.Range(0, tree.Count).Single(candidate => string.Concat(tree.Word(candidate)) == word);
        return (tree.Probabilities[node], tree.Belief(node).ToArray());
    }

    private static void Near(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
