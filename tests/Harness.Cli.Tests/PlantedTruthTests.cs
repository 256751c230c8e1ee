using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Processes;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Cli.Tests;

/// <summary>Where the answer is known, the whole line from spec to verdict must give it.</summary>
public sealed class PlantedTruthTests(PlantedTruthTests.Runs runs) : IClassFixture<PlantedTruthTests.Runs>
{
    private const double Noise = 0.3;
    private const int Width = 4;
    private const int Window = 2;
    private const int Tokens = 60;

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Truth_PlantedWithLittleNoise_IsSupportedWithWorkingControls(string process)
    {
        JsonNode verdict = runs.Claims[$"{process}/truth"];
        Assert.Equal("supported", verdict["outcome"]!.GetValue<string>());
        Assert.Equal(["planted supported", "shuffled refuted"], verdict["controls"]!.AsArray().Select(control => $"{control!["kind"]} {control["outcome"]}"));
        Assert.InRange(verdict["controls"]![1]!["mean"]!.GetValue<double>(), -1, 0.2);
    }

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Truth_AtTheEmbedding_IsRefuted(string process) =>
        Assert.Equal("refuted", runs.Claims[$"{process}/embedding"]["outcome"]!.GetValue<string>());

    [Fact]
    public void Truth_PlantedWithKnownNoise_HasTheRSquaredOfTheory()
    {
        JsonArray replicates = runs.Claims["noisy/truth"]["replicates"]!.AsArray();
        double[] expected = [.. replicates.Select(replicate => RSquared(replicate!["seed"]!.GetValue<int>()))];
        double[] measured = [.. replicates.Select(replicate => replicate!["value"]!.GetValue<double>())];
        Assert.Equal(8, expected.Length);
        Assert.All(expected, value => Assert.InRange(value, 0.2, 0.98));
        Assert.All(expected.Zip(measured), pair => Assert.Equal(pair.First, pair.Second, 0.1));
        Assert.Equal(expected.Average(), measured.Average(), 0.02);
    }

    // Population R² of the best affine reading of b from a = Mb + c + σε:  tr Σ_b Mᵀ(MΣ_bMᵀ + σ²I)⁻¹MΣ_b / tr Σ_b.
    private static double RSquared(int seed)
    {
        BeliefTree tree = BeliefTree.Grow(Many, Window);
        Matrix<double> covariance = Covariance(tree), map = Map(seed);
        Matrix<double> observed = (map * covariance * map.Transpose()) + (Noise * Noise * Matrix<double>.Build.DenseIdentity(Width));
        return (covariance * map.Transpose() * observed.Solve(map * covariance)).Trace() / covariance.Trace();
    }

    // Of the belief over the contexts 1..window, each weighted by its probability.
    private static Matrix<double> Covariance(BeliefTree tree)
    {
        Vector<double>[] beliefs = [.. Enumerable.Range(1, tree.Count - 1).Select(node => Vector<double>.Build.Dense(tree.Belief(node).ToArray()))];
        double[] weights = [.. Enumerable.Range(1, tree.Count - 1).Select(node => tree.Probabilities[node] / Window)];
        Vector<double> mean = beliefs.Zip(weights, (belief, weight) => belief * weight).Aggregate((sum, next) => sum + next);
        return beliefs.Zip(weights, (belief, weight) => weight * (belief - mean).OuterProduct(belief - mean)).Aggregate((sum, next) => sum + next);
    }

    // The planted map of the last location: row by row, the constant first.
    private static Matrix<double> Map(int seed)
    {
        RandomStream random = new Seed(seed).Stream("planted-map/ln_final");
        return Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, Width).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextNormal()).ToArray()[1..]));
    }

    // Three states that last, sixty tokens that say a little of the state each: no context weighs much, so that the noise averages out.
    private static HiddenMarkovModel Many
    {
        get
        {
            double[][] matrices = [.. Enumerable.Range(0, Tokens).Select(token => Enumerable.Range(0, 9)
                .Select(cell => (cell / 3 == cell % 3 ? 0.8 : 0.1) * Emission(token, cell % 3)).ToArray())];
            double[] third = [1 / 3.0, 1 / 3.0, 1 / 3.0];
            return new HiddenMarkovModel("many", new Dictionary<string, double>(), [.. Enumerable.Range(0, Tokens).Select(token => $"t{token}")], ["A", "B", "C"], matrices, third, third);
        }
    }

    // P(token | state): a triangular wave over the tokens with its top at a third of them for each state.
    private static double Emission(int token, int state)
    {
        int distance = Math.Abs(token - (state * Tokens / 3)) % Tokens;
        return (1 + Math.Abs((Tokens / 2) - distance)) / Enumerable.Range(0, Tokens).Sum(other => 1.0 + Math.Abs((Tokens / 2) - (Math.Abs(other - (state * Tokens / 3)) % Tokens)));
    }

    private static string ManyText()
    {
        HiddenMarkovModel process = Many;
        string Matrix(int token) => "[" + string.Join(", ", process.TransitionMatrix(token).ToArray().Chunk(3)
            .Select(row => "[" + string.Join(", ", row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "]")) + "]";
        return $$"""
            { "$schema": "../schema/process.schema.json", "id": "many", "title": "Many tokens", "source": "a test", "kind": "hmm",
              "symbols": [{{string.Join(", ", process.Symbols.Select(symbol => $"\"{symbol}\""))}}], "states": ["A", "B", "C"],
              "transitions": { {{string.Join(",\n", process.Symbols.Select((symbol, token) => $"\"{symbol}\": {Matrix(token)}"))}} } }
            """;
    }

    /// <summary>One run of every planted experiment.</summary>
    public sealed class Runs : IAsyncLifetime
    {
        private CommandResult? _result;

        internal IReadOnlyDictionary<string, JsonNode> Claims => _result!.Claims;

        public async ValueTask InitializeAsync()
        {
            using Sandbox folder = new();
            foreach (string process in new[] { "mess3", "rrxor", "z1r" })
            {
                folder.Write($"{process}.json", new ExperimentText(
                    process,
                    new ClaimText($"{process}/truth") { Controls = """[{ "kind": "planted" }, { "kind": "shuffled" }]""" },
                    new ClaimText($"{process}/embedding") { Expect = "refuted", Measure = """{ "kind": "affine-probe", "location": "hook_embed" }""" })
                {
                    Process = $"\"{process}\"",
                    Data = process == "mess3" ? """{ "window": 5 }""" : """{ "window": 8 }""",
                }.ToString());
            }
            folder.Write("noisy.json", new ExperimentText("noisy", new ClaimText("noisy/truth") { Status = "exploratory" })
            {
                Process = "\"many\"",
                Architecture = FormattableString.Invariant($$"""{ "kind": "planted", "dModel": {{Width}}, "noise": {{Noise}} }"""),
                Data = FormattableString.Invariant($$"""{ "window": {{Window}} }"""),
                Seeds = "[1, 2, 3, 4, 5, 6, 7, 8]",
            }.ToString()).Write("processes/many.json", ManyText());
            _result = (await folder.RunAsync("run", ".", "--json")).Exits(0);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
