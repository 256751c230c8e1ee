using System.Text.Json;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Activations;

/// <summary>Weights in the names and shapes of the architecture, as <c>harness run</c> leaves them or as somebody else wrote them.</summary>
/// <remarks>
/// Transformers as in TransformerLens, whose buffers (masks, rotary tables) are passed over; recurrent layers as in PyTorch, under
/// <c>blocks.N.</c>. F64, F16 and BF16 are rounded to float32. The null <c>untrained</c> is this architecture as it is initialised here with the
/// seed: the very network where the weights were trained here.
/// </remarks>
[Kind("safetensors")]
internal sealed record SafetensorsModel(string Path) : Model(Path)
{
    /// <summary>The text of a file that says as JSON of which architecture it is.</summary>
    public const string ArchitectureText = "architecture";

    private static readonly string[] s_buffers = [".attn.mask", ".attn.IGNORE", ".attn.rotary_sin", ".attn.rotary_cos"];

    public override bool NeedsArchitecture => true;

    public override INetworkShape? Check(Scope at, IReadOnlyList<ModelFile> files, Architecture? architecture, BeliefTree tree, SpecFormat format)
    {
        int before = at.Reports;
        foreach (ModelFile file in files)
        {
            Try(at, file.Name, () => Compare(at["path"], file.Name, Read(File.ReadAllBytes(file.Path)), architecture!, tree, format));
        }
        return at.Reports == before ? architecture : null;
    }

    public override TrainedParameters Read(ModelFile file, Architecture? architecture, BeliefTree tree) =>
        new(architecture!.Flat(tree, Read(Unchanged(file)).Tensors), new TrainingRecord(0, null, []));

    public override NetworkPair Networks(ModelFile file, Architecture? architecture, BeliefTree tree, TrainedParameters trained)
    {
        Seed seed = new(file.Seed);
        return new NetworkPair(architecture!.Load(tree, seed, trained.Parameters), architecture.Initialise(tree, seed));
    }

    private static (IReadOnlyList<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Read(byte[] bytes) =>
        Safetensors.Read(bytes, name => !s_buffers.Any(buffer => name.EndsWith(buffer, StringComparison.Ordinal)));

    private static void Compare(
        Scope at, string file, (IReadOnlyList<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata) content, Architecture architecture, BeliefTree tree, SpecFormat format)
    {
        IReadOnlyList<(string Name, int[] Shape)> expected = architecture.ParameterShapes(tree);
        Dictionary<string, NamedTensor> found = content.Tensors.ToDictionary(tensor => tensor.Name);
        string[] missing = [.. expected.Select(parameter => parameter.Name).Where(name => !found.ContainsKey(name))];
        string[] unknown = [.. content.Tensors.Select(tensor => tensor.Name).Except(expected.Select(parameter => parameter.Name))];
        if (missing.Length > 0)
        {
            at.Report(ModelProblems.MissingTensors(file, missing, expected.Count));
        }
        if (unknown.Length > 0)
        {
            at.Report(ModelProblems.UnknownTensors(file, unknown));
        }
        int symbols = tree.Process.SymbolCount;
        bool otherVocabulary = found.TryGetValue("embed.W_E", out NamedTensor? embedding) && embedding.Shape.Length == 2 && embedding.Shape[0] != symbols;
        if (otherVocabulary)
        {
            at.Report(ModelProblems.WrongVocabulary(file, embedding!.Name, embedding.Shape, tree.Process.Id, symbols));
        }
        foreach ((string name, int[] shape) in expected.Where(parameter => found.ContainsKey(parameter.Name) && !(otherVocabulary && parameter.Name.Contains("embed.", StringComparison.Ordinal))))
        {
            NamedTensor tensor = found[name];
            if (!tensor.Shape.SequenceEqual(shape))
            {
                at.Report(ModelProblems.WrongShape(file, name, tensor.Shape, shape));
            }
            else if (!tensor.Values.All(float.IsFinite))
            {
                at.Report(ModelProblems.NotFinite(file, name));
            }
        }
        // Two activations or kinds of positions have the same tensors: only the file itself can say that it means others.
        if (content.Metadata.TryGetValue(ArchitectureText, out string? says) && Parse(says, format) is { } other && !other.Equals(architecture))
        {
            at.Report(ModelProblems.OtherArchitecture(file, says));
        }
    }

    private static Architecture? Parse(string text, SpecFormat format)
    {
        try
        {
            return JsonSerializer.Deserialize<Architecture>(text, format.Options);
        }
        catch (JsonException)
        {
            // Somebody else's text of the same name.
            return null;
        }
    }
}
