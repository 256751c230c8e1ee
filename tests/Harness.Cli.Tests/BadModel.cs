namespace Harness.Cli.Tests;

/// <summary>Networks from files that must be refused before anything runs.</summary>
/// <param name="Experiment">What stands in the spec.</param>
/// <param name="Spoil">What is done to sound files, in <c>networks/</c> and <c>tables/</c>.</param>
/// <param name="Options">Of the run.</param>
internal sealed record BadModel(string Name, ExperimentText Experiment, Action<Sandbox> Spoil, params IReadOnlyList<string> Options)
{
    private const string Network = "networks/2.safetensors";
    private const string Table = "tables/2.npz";

    public static IReadOnlyList<BadModel> All { get; } =
    [
        Weights("missing-file", folder => File.Delete(folder.In(Network))),
        Weights("truncated-file", folder => folder.Write(Network, File.ReadAllBytes(folder.In(Network))[..^100])),
        Weights("another-file", folder => folder.Write(Network, "{ \"not\": \"tensors\" }")),
        Weights("wrong-dtype", folder => Tensors(folder, file => file.With("ln_final.b", ("I32", [8], new byte[32])))),
        Weights("missing-and-unknown-tensors", folder => Tensors(folder, file => file.Without("ln_final.b").Without("ln_final.w").With("blocks.1.ln1.w", TensorFile.Floats([1], [1])))),
        Weights("wrong-shape", folder => Tensors(folder, file => file.With("unembed.b_U", TensorFile.Floats([1, 2], [0, 0])).With("ln_final.b", TensorFile.Floats([4], [0, 0, 0, 0])))),
        Weights("not-finite", folder => Tensors(folder, file => file.With("unembed.b_U", TensorFile.Floats([2], [0, float.NaN])))),
        new("weights-wrong-vocabulary", ModelTests.Weights with { Process = "\"mess3\"" }, _ => { }),
        new("weights-other-architecture", ModelTests.Weights with { Architecture = ExperimentText.TinyTransformer.Replace("16", "16, \"activation\": \"gelu\"", StringComparison.Ordinal) }, _ => { }),
        new("weights-outside-the-folder", ModelTests.Weights with { Model = """{ "kind": "safetensors", "path": "../{seed}.safetensors" }""" }, _ => { }),
        new("weights-one-file-for-all", ModelTests.Weights with { Model = """{ "kind": "safetensors", "path": "networks/1.safetensors" }""" }, _ => { }),
        new("weights-without-architecture", ModelTests.Weights with { Architecture = "null" }, _ => { }),
        new("weights-of-nothing", ModelTests.Weights with { Architecture = """{ "kind": "planted" }""" }, _ => { }),
        new("weights-and-training", ModelTests.Weights with { Training = ExperimentText.Recipe(40) }, _ => { }),
        new("save-unknown", ModelTests.Weights, _ => { }, "--save", "everything"),
        new("weights-of-other-seeds", ModelTests.Weights, _ => { }, "--seeds", "1,7"),
        Activations("missing-file", folder => File.Delete(folder.In(Table))),
        Activations("truncated-file", folder => folder.Write(Table, File.ReadAllBytes(folder.In(Table))[..^100])),
        Activations("missing-arrays", folder => Arrays(folder, file => file.Without(name => name == "prefix" || name.StartsWith("trained/", StringComparison.Ordinal)))),
        Activations("wrong-shape", folder => Arrays(folder, file => file.With("trained/ln_final", "<f4", [3, 8], new double[24]))),
        Activations("wrong-dtype", folder => Arrays(folder, file => file.With("log_probabilities", "<c8", [20, 2], new double[80]))),
        Activations("missing-contexts", folder => Arrays(folder, file => file.Rows([.. Enumerable.Range(0, 17)]))),
        Activations("unknown-contexts", folder => Arrays(folder, file => file.With("prefix", "<i2", [20, 4], [0, 0, 0, -1, .. file["prefix"].Values[4..]]))),
        Activations("repeated-contexts", folder => Arrays(folder, file => file.Rows([.. Enumerable.Range(0, 20), 5]))),
        Activations("logits", folder => Arrays(folder, file => file.With("log_probabilities", "<f4", [20, 2], [.. file["log_probabilities"].Values.Select(value => value + 1)]))),
        Activations("other-locations", folder => Arrays(folder, file => file.Without(name => name.EndsWith("/hook_embed", StringComparison.Ordinal)))),
        Activations("half-an-untrained-network", folder => Arrays(folder, file => file.Without(name => name is "untrained/ln_final" or "untrained_log_probabilities"))),
        new("activations-wrong-vocabulary", ModelTests.Tables with { Process = "\"mess3\"" }, _ => { }),
        new("activations-and-architecture", ModelTests.Tables with { Architecture = ExperimentText.TinyTransformer }, _ => { }),
        new("activations-unknown-location", ModelTests.Tables with { Claims = [new ClaimText("a/claim") { Measure = """{ "kind": "affine-probe", "location": "blocks.7.hook_resid_post" }""" }] }, _ => { }),
    ];

    private static BadModel Weights(string name, Action<Sandbox> spoil) => new($"weights-{name}", ModelTests.Weights, spoil);

    private static BadModel Activations(string name, Action<Sandbox> spoil) => new($"activations-{name}", ModelTests.Tables, spoil);

    private static void Tensors(Sandbox folder, Func<TensorFile, TensorFile> change) => folder.Write(Network, change(TensorFile.Read(folder.In(Network))).Write());

    private static void Arrays(Sandbox folder, Func<ArrayFile, ArrayFile> change) => folder.Write(Table, change(ArrayFile.Read(folder.In(Table))).Write());
}
