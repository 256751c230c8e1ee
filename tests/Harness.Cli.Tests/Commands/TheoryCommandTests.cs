using System.Text.Json.Nodes;

namespace Harness.Cli.Tests.Commands;

/// <summary><c>harness theory</c> against numbers computed independently, in exact fractions or from closed forms.</summary>
public sealed class TheoryCommandTests(TheoryCommandTests.Rrxor rrxor) : IClassFixture<TheoryCommandTests.Rrxor>
{
    private const double BitsPerNat = 1.4426950408889634;
    private static readonly double[] s_myopicBits =
        [1, 1, .918295834, .906715377, .863710665, .833333333, .810012178, .778834958, .760213021, .744169711, .726162385];

    private static readonly double[] s_blockBits = [1, 2, 2.918296, 3.825011, 4.688722, 5.522055, 6.332067, 7.110902, 7.871115, 8.615285];

    private JsonNode Theory => rrxor.Theory;

    [Fact]
    public void Json_OfRrxor_HasTheMyopicEntropies() => Near(s_myopicBits, Numbers(Theory["myopicEntropyNats"]!).Select(nats => nats * BitsPerNat), 1e-8);

    [Fact]
    public void Json_OfRrxor_HasTheBlockEntropies() => Near([0, .. s_blockBits], Numbers(Theory["blockEntropyNats"]!).Select(nats => nats * BitsPerNat), 1e-6);

    [Fact]
    public void Json_OfRrxor_HasTheStationaryLaw() => Near([2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], Numbers(Theory["stationary"]!), 1e-12);

    [Theory]
    [InlineData(9, .586501487)]
    [InlineData(10, .578185)]
    public void Json_OfRrxor_HasTheOptimalLossOfTheTrainedContexts(int longest, double nats)
    {
        JsonNode loss = Theory["optimalLossNats"]!.AsArray().Single(loss => loss!["contexts"]![1]!.GetValue<int>() == longest)!;
        Assert.Equal(1, loss["contexts"]![0]!.GetValue<int>());
        Assert.Equal(nats, loss["mean"]!.GetValue<double>(), 1e-6);
    }

    [Fact]
    public void Json_OfRrxor_HasTheClosedForms()
    {
        Assert.Equal(2 / 3.0 / BitsPerNat, Theory["entropyRateNats"]!["value"]!.GetValue<double>(), 1e-12);
        Assert.Equal(2.251629167, Theory["statisticalComplexityBits"]!.GetValue<double>(), 1e-8);
        Assert.Equal(2.251629167, Theory["excessEntropyBits"]!.GetValue<double>(), 1e-8);
        Assert.Equal("""{"count":36,"recurrent":5,"closed":true}""", Theory["mixedStates"]!.ToJsonString());
    }

    [Fact]
    public void Tree_OfRrxor_HasEveryWordOnceWithTheEmptyWordFirst()
    {
        JsonArray tree = Theory["tree"]!.AsArray();
        Assert.Equal(1047, tree.Count);
        Assert.Empty(tree[0]!["word"]!.AsArray());
        Assert.Equal(436, tree.Count(node => node!["word"]!.AsArray().Count == 10));
        Assert.Equal(tree.Count, tree.Select(node => node!["word"]!.ToJsonString()).Distinct().Count());
        Assert.All(Enumerable.Range(0, 11), length => Assert.Equal(
            1, tree.Where(node => node!["word"]!.AsArray().Count == length).Sum(node => node!["probability"]!.GetValue<double>()), 1e-12));
    }

    [Fact]
    public void Words_AskedFor_AreFilteredFromTheStart()
    {
        JsonArray words = Theory["words"]!.AsArray();
        Assert.Equal(["", "0 0", "0 0 1"], words.Select(word => string.Join(' ', word!["word"]!.AsArray().Select(token => token!.GetValue<string>()))));
        Near(Numbers(Theory["stationary"]!), Numbers(words[0]!["belief"]!), 1e-12);
        Near([0.5, 0.5], Numbers(words[0]!["nextToken"]!), 1e-12);
        // P(00): from each of the states in turn, by hand.
        Assert.Equal(1 / 4.0, words[1]!["probability"]!.GetValue<double>(), 1e-12);
        Assert.Equal(1, Numbers(words[2]!["belief"]!).Sum(), 1e-12);
    }

    [Fact]
    public async Task Start_GivenAsWeights_ReplacesTheStationaryLaw()
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync("theory", "mess3", "--with", "x=0.05", "a=17/20", "--depth", "2", "--start", "1 1/2 0", "--words", ";0", "--json")).Exits(0);
        JsonArray words = result.Json["words"]!.AsArray();
        Near([2 / 3.0, 1 / 3.0, 0], Numbers(words[0]!["belief"]!), 1e-12);
        // η T⁽⁰⁾ by hand: a·y = .765, a·x = .0425, b·x = .00375, b·y = .0675.
        double[] mass = [(2 * .765 / 3) + (.0425 / 3), (2 * .00375 / 3) + (.0675 / 3), .00375];
        Assert.Equal(mass.Sum(), words[1]!["probability"]!.GetValue<double>(), 1e-12);
        Near(mass.Select(value => value / mass.Sum()), Numbers(words[1]!["belief"]!), 1e-12);
        Assert.Equal("""{"x":0.05,"a":0.85}""", result.Json["with"]!.ToJsonString());
    }

    [Fact]
    public async Task Screen_WithoutJson_IsForAPerson()
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync("theory", "golden-mean", "--depth", "3")).Exits(0);
        Assert.StartsWith("golden-mean(p = 0.5): 2 states, 2 symbols\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("0.666666667 bits", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Nulls_OfRrxor_AreThoseOfTheFacts()
    {
        JsonNode nulls = Theory["nulls"]!;
        Assert.True(nulls["separatesBeliefFromNextToken"]!.GetValue<bool>());
        Assert.Equal(("probability", "subtree", 10), (nulls["weighting"]!.GetValue<string>(), nulls["partition"]!.GetValue<string>(), nulls["window"]!.GetValue<int>()));
        Assert.Equal((4, 1, 36, 11), (Number("directions"), Number("fixedByNextToken"), Number("mixedStates"), Number("nextTokenLaws")));
        Assert.Equal(.256, nulls["asPublished"]!["rSquared"]!["next-token"]!.GetValue<double>(), .002);
        Assert.Equal(.070003, nulls["asPublished"]!["meanSquaredError"]!["last-1"]!.GetValue<double>(), 1e-5);
        Assert.Equal(.25, nulls["inSample"]!["whitened"]!["next-token"]!.GetValue<double>(), 1e-6);
        Assert.Equal(nulls["rSquared"]!.AsObject().Select(score => score.Key), nulls["inSample"]!["rSquared"]!.AsObject().Select(score => score.Key));
        Assert.Equal(1, nulls["principalAxes"]!.AsArray().Sum(axis => axis!["varianceShare"]!.GetValue<double>()), 1e-12);

        int Number(string name) => nulls["separation"]![name]!.GetValue<int>();
    }

    [Fact]
    public async Task Html_Asked_IsOnePageBesideTheCard()
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync("theory", "z1r", "--depth", "6", "--partition", "belief", "--weighting", "uniform-rows", "--html", "z1r.html")).Exits(0);
        Assert.Contains("held out by belief", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", folder.Read("z1r.html"), StringComparison.Ordinal);
        Assert.Contains("statistical complexity", folder.Read("z1r.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'1 1 1 1' has probability 0 in 'z1r'", "z1r", "--words", "0 1; 1 1 1 1")]
    [InlineData("'2' is not one of the symbols", "z1r", "--words", "0 2")]
    [InlineData("0.7 is out of range: x must be between 0 and 0.5", "mess3", "--with", "x=0.7")]
    [InlineData("'x' is not of the form name=value", "mess3", "--with", "x")]
    [InlineData("The process 'mess3' has no parameter 'q'", "mess3", "--with", "q=0.7")]
    [InlineData("No process 'mess4' is known", "mess4")]
    [InlineData("'mine.json' does not exist", "mine.json")]
    [InlineData("'1 0' is not a belief over the 3 states 0, 1, R", "z1r", "--start", "1 0")]
    [InlineData("-1 is out of range: depth must be between 0 and 1000", "z1r", "--depth", "-1")]
    [InlineData("Use a smaller depth", "mess3", "--depth", "30", "--tree")]
    public async Task Question_ThatHasNoAnswer_Exits5WithTheReason(string reason, params string[] arguments)
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync(["theory", .. arguments, "--json"])).Exits(5);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    private static IEnumerable<double> Numbers(JsonNode array) => array.AsArray().Select(number => number!.GetValue<double>());

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        double[] computed = [.. actual];
        Assert.Equal(expected.Count(), computed.Length);
        Assert.All(expected.Zip(computed), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    /// <summary>One question for everything about RRXOR.</summary>
    public sealed class Rrxor : IAsyncLifetime
    {
        private CommandResult? _result;

        internal JsonNode Theory => _result!.Exits(0).Json;

        public async ValueTask InitializeAsync()
        {
            using Sandbox folder = new();
            _result = await folder.RunAsync("theory", "rrxor", "--depth", "10", "--json", "--tree", "--words", "; 0 0; 0 0 1");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
