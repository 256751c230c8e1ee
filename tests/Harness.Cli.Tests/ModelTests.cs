using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>Weights and activations leave a run in open formats, and networks that were made elsewhere are judged like those that were trained here.</summary>
public sealed class ModelTests(TrainedRuns runs) : IDisposable
{
    private static readonly string[] s_claims = ["tiny/probe", "tiny/contrast", "tiny/loss"];

    private readonly Sandbox _folder = new();

    internal static ExperimentText Weights { get; } = TrainedRuns.Experiment with { Training = "null", Model = """{ "kind": "safetensors", "path": "networks/{seed}.safetensors" }""" };

    internal static ExperimentText Tables { get; } = TrainedRuns.Experiment with { Training = "null", Architecture = "null", Model = """{ "kind": "activations", "path": "tables/{seed}.npz" }""" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Weights_OfARun_HaveTransformerLensNamesAndShapesAndSayWhatTheyAre()
    {
        await runs.OfAsync("cached");
        TensorFile file = TensorFile.Read(runs.Folder.In("cached/weights/2.safetensors"));
        Dictionary<string, string> shapes = file.Tensors.ToDictionary(tensor => tensor.Key, tensor => $"{tensor.Value.Kind} {string.Join('×', tensor.Value.Shape)}");
        Assert.Equal(
            [
                "blocks.0.attn.W_K", "blocks.0.attn.W_O", "blocks.0.attn.W_Q", "blocks.0.attn.W_V", "blocks.0.attn.b_K", "blocks.0.attn.b_O", "blocks.0.attn.b_Q", "blocks.0.attn.b_V",
                "blocks.0.ln1.b", "blocks.0.ln1.w", "blocks.0.ln2.b", "blocks.0.ln2.w", "blocks.0.mlp.W_in", "blocks.0.mlp.W_out", "blocks.0.mlp.b_in", "blocks.0.mlp.b_out",
                "embed.W_E", "ln_final.b", "ln_final.w", "pos_embed.W_pos", "unembed.W_U", "unembed.b_U",
            ],
            shapes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ("F32 2×8", "F32 4×8", "F32 1×8×4", "F32 1×4×8", "F32 8×16", "F32 1×4"),
            (shapes["embed.W_E"], shapes["pos_embed.W_pos"], shapes["blocks.0.attn.W_Q"], shapes["blocks.0.attn.W_O"], shapes["blocks.0.mlp.W_in"], shapes["blocks.0.attn.b_Q"]));
        Assert.Equal(("2", "\"z1r\"", "1", "[\"0\",\"1\"]"), (file.Texts["seed"], file.Texts["process"], file.Texts["engineVersion"], file.Texts["symbols"]));
        Assert.Equal("transformer", JsonNode.Parse(file.Texts["architecture"])!["kind"]!.GetValue<string>());
        Assert.Equal(16, JsonNode.Parse(file.Texts["data"])!["batch"]!.GetValue<int>());
        Assert.Equal(40, JsonNode.Parse(file.Texts["training"])!["steps"]!.GetValue<int>());
    }

    [Fact]
    public async Task Activations_Saved_HaveARowForEveryContextAndTheExactLaws()
    {
        await runs.OfAsync("saved");
        Assert.Equal(["1.npz", "2.npz", "3.npz"], runs.Folder.Files("saved/activations"));
        ArrayFile file = ArrayFile.Read(runs.Folder.In("saved/activations/1.npz"));
        Assert.Equal(
            ["prefix", "length", "probability", "belief", "next_token", "log_probabilities"], file.Arrays.Keys.TakeWhile(name => !name.Contains('/', StringComparison.Ordinal)));
        string[] hooks = ["hook_embed", "hook_pos_embed", "blocks.0.hook_resid_pre", "blocks.0.hook_resid_mid", "blocks.0.hook_resid_post", "ln_final"];
        Assert.Equal(hooks.Select(hook => "trained/" + hook), file.Arrays.Keys.Where(name => name.StartsWith("trained/", StringComparison.Ordinal)));
        Assert.Equal(hooks.Select(hook => "untrained/" + hook), file.Arrays.Keys.Where(name => name.StartsWith("untrained/", StringComparison.Ordinal)));
        int rows = file["prefix"].Shape[0];
        Assert.Equal(("<i2", rows, 4), (file["prefix"].Kind, rows, file["prefix"].Shape[1]));
        Assert.Equal(["<i2", "<f8", "<f8", "<f8", "<f4", "<f4"], new[] { "length", "probability", "belief", "next_token", "log_probabilities", "trained/ln_final" }.Select(name => file[name].Kind));
        Assert.Equal([rows, 3, rows, 2, rows, 8], new[] { "belief", "next_token", "untrained/ln_final" }.SelectMany(name => file[name].Shape));
        Assert.Equal([0, -1, -1, -1], file["prefix"].Values[..4]);
        for (int row = 0; row < rows; row++)
        {
            double[] word = file["prefix"].Values[(4 * row)..((4 * row) + 4)];
            Assert.Equal(file["length"].Values[row], word.TakeWhile(token => token >= 0).Count());
            Assert.Equal(1, file["belief"].Values.Skip(3 * row).Take(3).Sum(), 1e-12);
            Assert.Equal(1, file["next_token"].Values.Skip(2 * row).Take(2).Sum(), 1e-12);
            Assert.Equal(1, file["log_probabilities"].Values.Skip(2 * row).Take(2).Sum(Math.Exp), 1e-5);
        }
        // P(context) sums to one over the contexts of each length.
        Assert.All(Enumerable.Range(1, 4), length => Assert.Equal(1, Enumerable.Range(0, rows).Where(row => (int)file["length"].Values[row] == length).Sum(row => file["probability"].Values[row]), 1e-12));
    }

    [Fact]
    public async Task Weights_ReadAgain_GiveTheSameVerdictAndTrainNothing()
    {
        await FillAsync();
        CommandResult result = (await RunAsync(Weights)).Exits(0);
        await AgreesAsync(result, s_claims);
        Assert.Contains("3 networks in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("0 trained, 0 from the cache, 3 read from files", result.Error, StringComparison.Ordinal);
        Assert.Contains("tiny seed 2: read from networks/2.safetensors", result.Error, StringComparison.Ordinal);
        Assert.Equal("{\"kind\":\"safetensors\",\"path\":\"networks/{seed}.safetensors\"}", JsonNode.Parse(_folder.Read("out/run.json"))!["experiment"]!["model"]!.ToJsonString());
        Assert.Equal(TensorFile.Read(_folder.In("networks/1.safetensors")).Tensors["unembed.W_U"].Bytes, TensorFile.Read(_folder.In("out/weights/1.safetensors")).Tensors["unembed.W_U"].Bytes);
        Assert.DoesNotContain(_folder.Files("."), file => file.EndsWith("weights.f32", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weights_WrittenByOthers_AreTakenByNameAndShape()
    {
        await FillAsync();
        foreach (int seed in new[] { 1, 2, 3 })
        {
            // In another order, one of them in float64, with the buffers of TransformerLens and without a word of what they are.
            TensorFile own = TensorFile.Read(_folder.In($"networks/{seed}.safetensors"));
            TensorFile others = new(own.Tensors.Reverse().ToDictionary(), new Dictionary<string, string> { ["format"] = "pt", ["architecture"] = "HookedTransformer" });
            others = others.With("embed.W_E", TensorFile.Doubles(own.Tensors["embed.W_E"])).With("blocks.0.attn.mask", ("BOOL", [4, 4], new byte[16])).With("blocks.0.attn.IGNORE", TensorFile.Floats([], [float.NegativeInfinity]));
            _folder.Write($"networks/{seed}.safetensors", others.Write());
        }
        await AgreesAsync((await RunAsync(Weights)).Exits(0), s_claims);
    }

    [Fact]
    public async Task Activations_ReadAgain_GiveTheSameVerdict()
    {
        await FillAsync();
        CommandResult result = (await RunAsync(Tables, "--save", "activations")).Exits(0);
        await AgreesAsync(result, s_claims);
        Assert.Contains("3 read from files", result.Error, StringComparison.Ordinal);
        Assert.False(_folder.Exists("out/weights"));
        Assert.Equal(File.ReadAllBytes(_folder.In("tables/3.npz")), File.ReadAllBytes(_folder.In("out/activations/3.npz")));
        Assert.Equal("out/report.html\n", (await _folder.RunAsync("report", "out")).Exits(0).Out);
    }

    [Fact]
    public async Task Activations_WrittenByOthers_AreMatchedByTheirPrefix()
    {
        await FillAsync();
        foreach (int seed in new[] { 1, 2, 3 })
        {
            ArrayFile own = ArrayFile.Read(_folder.In($"tables/{seed}.npz"));
            (_, int[] shape, double[] values) = own["prefix"];
            ArrayFile others = own.Without(name => name is "length" or "probability" or "belief" or "next_token").With("prefix", "<i8", shape, values);
            _folder.Write($"tables/{seed}.npz", others.Rows([.. Enumerable.Range(0, shape[0]).Reverse()]).Write());
        }
        await AgreesAsync((await RunAsync(Tables)).Exits(0), s_claims);
    }

    [Fact]
    public async Task Activations_WithoutTheUntrainedNetwork_LeaveThatNullUndefined()
    {
        await FillAsync();
        foreach (int seed in new[] { 1, 2, 3 })
        {
            _folder.Write($"tables/{seed}.npz", ArrayFile.Read(_folder.In($"tables/{seed}.npz")).Without(name => name.StartsWith("untrained", StringComparison.Ordinal)).Write());
        }
        CommandResult result = (await RunAsync(Tables)).Exits(0);
        JsonNode contrast = result.Claims["tiny/contrast"];
        Assert.Equal("inconclusive", contrast["outcome"]!.GetValue<string>());
        Assert.Contains("the network before training is not known", contrast.ToJsonString(), StringComparison.Ordinal);
        IReadOnlyDictionary<string, JsonNode> known = (await runs.OfAsync("one-job")).Claims;
        Assert.All(new[] { "tiny/probe", "tiny/loss" }, claim => Assert.Equal(known[claim]["estimate"]!.ToJsonString(), result.Claims[claim]["estimate"]!.ToJsonString()));
        Assert.False(_folder.Exists("out/picture.json"));
    }

    [Fact]
    public async Task Content_Changed_IsExaminedAgain()
    {
        await FillAsync();
        double before = Mean((await RunAsync(Weights)).Exits(0));
        TensorFile file = TensorFile.Read(_folder.In("networks/1.safetensors"));
        _folder.Write("networks/1.safetensors", file.With("unembed.b_U", TensorFile.Floats([2], [1, -1])).Write());
        double after = Mean((await RunAsync(Weights)).Exits(0));
        Assert.NotEqual(before, after);
        Assert.Equal(after, Mean((await RunAsync(Weights, "--no-cache")).Exits(0)));

        static double Mean(CommandResult result) => result.Claims["tiny/loss"]["estimate"]!["mean"]!.GetValue<double>();
    }

    [Fact]
    public async Task Registration_OfFiles_IsOfTheirContent()
    {
        await FillAsync();
        _folder.Write("tiny.json", Weights.ToString());
        (await _folder.RunAsync("register", "tiny/loss", "--specs", "tiny.json")).Exits(0);
        Assert.Equal("registered", State((await RunAsync(Weights)).Exits(0)));
        _folder.Write("networks/1.safetensors", File.ReadAllBytes(_folder.In("networks/2.safetensors")));
        Assert.Equal("changed", State((await RunAsync(Weights)).Exits(0)));

        static string State(CommandResult result) => result.Claims["tiny/loss"]["registration"]!["state"]!.GetValue<string>();
    }

    // The same claims with the same numbers: the whole claim object but for how it stands to the registry.
    private async Task AgreesAsync(CommandResult result, params string[] claims)
    {
        IReadOnlyDictionary<string, JsonNode> expected = (await runs.OfAsync("one-job")).Claims;
        Assert.All(claims, claim => Assert.Equal(Numbers(expected[claim]), Numbers(result.Claims[claim])));

        static string Numbers(JsonNode claim)
        {
            JsonObject numbers = claim.DeepClone().AsObject();
            numbers.Remove("registration");
            return numbers.ToJsonString();
        }
    }

    private async Task FillAsync()
    {
        await runs.OfAsync("saved");
        foreach (int seed in new[] { 1, 2, 3 })
        {
            _folder.Write($"networks/{seed}.safetensors", File.ReadAllBytes(runs.Folder.In($"saved/weights/{seed}.safetensors")));
            _folder.Write($"tables/{seed}.npz", File.ReadAllBytes(runs.Folder.In($"saved/activations/{seed}.npz")));
        }
    }

    private Task<CommandResult> RunAsync(ExperimentText experiment, params string[] options) =>
        _folder.Write("tiny.json", experiment.ToString()).RunAsync(["run", "tiny.json", "--json", "--out", "out", .. options]);
}
