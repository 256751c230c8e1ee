using System.Text.Json;
using Harness.Activations;
using Harness.Experiments;
using Harness.Specs;
using Harness.Training;

namespace Harness.Runner;

/// <summary>What each network leaves in its run folder: its weights, and on request its activations.</summary>
/// <remarks>
/// <c>weights/&lt;seed&gt;.safetensors</c> and <c>activations/&lt;seed&gt;.npz</c>, written as soon as the network is there, each whole by a rename.
/// A training that diverged leaves none, and what has no parameters leaves no weights.
/// </remarks>
/// <param name="folders">The run folder of each experiment, by its id.</param>
/// <param name="activations">True to write activations too.</param>
internal sealed class ReplicateFiles(IReadOnlyDictionary<string, string> folders, bool activations)
{
    public const string Weights = "weights";
    public const string Activations = "activations";

    private const string WeightsExtension = ".safetensors";
    private const string ActivationsExtension = ".npz";

    public void Write(ExperimentPlan plan, int seed, TrainedParameters trained, SpecFormat format, CancellationToken cancellation)
    {
        if (trained.Record.DivergedAtStep is not null)
        {
            return;
        }
        string folder = folders[plan.Spec.Id];
        IReadOnlyList<NamedTensor> tensors = plan.Spec.Architecture?.Tensors(plan.Tree, trained.Parameters) ?? [];
        if (tensors.Count > 0)
        {
            Whole(folder, Weights, seed, WeightsExtension, content => content.Write(Safetensors.Write(tensors, Texts(plan, seed, format))));
        }
        if (activations)
        {
            using NetworkPair networks = plan.Networks(seed, trained);
            Whole(folder, Activations, seed, ActivationsExtension, content => ActivationTableWriter.Write(content, plan.Tree, plan.Shape, networks, cancellation));
        }
    }

    /// <summary>Removes the files of seeds, or of an earlier run's activations, that are not this run's.</summary>
    public static void Tidy(string folder, IReadOnlyList<int> seeds, bool activations)
    {
        foreach ((string name, string extension, bool kept) in new[] { (Weights, WeightsExtension, true), (Activations, ActivationsExtension, activations) })
        {
            string path = Path.Combine(folder, name);
            HashSet<string> own = [.. kept ? seeds.Select(seed => Name(seed, extension)) : []];
            foreach (string file in Directory.Exists(path) ? Directory.GetFiles(path, "*" + extension).Where(file => !own.Contains(Path.GetFileName(file))) : [])
            {
                File.Delete(file);
            }
            if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
            {
                Directory.Delete(path);
            }
        }
    }

    // What the network is, so that the file explains itself.
    private static Dictionary<string, string> Texts(ExperimentPlan plan, int seed, SpecFormat format)
    {
        Dictionary<string, string> texts = new()
        {
            [SafetensorsModel.ArchitectureText] = JsonSerializer.Serialize(plan.Spec.Architecture, format.Options),
            ["process"] = JsonSerializer.Serialize(plan.Spec.Process, format.Options),
            ["symbols"] = JsonSerializer.Serialize(plan.Process.Symbols, format.Options),
            ["data"] = JsonSerializer.Serialize(plan.Spec.Data, format.Options),
            ["seed"] = FormattableString.Invariant($"{seed}"),
            ["experiment"] = plan.Spec.Id,
            ["engineVersion"] = FormattableString.Invariant($"{CacheKey.EngineVersion}"),
        };
        if (plan.Spec.Training is { } training)
        {
            texts["training"] = JsonSerializer.Serialize(training, format.Options);
        }
        return texts;
    }

    private static string Name(int seed, string extension) => FormattableString.Invariant($"{seed}{extension}");

    private static void Whole(string folder, string name, int seed, string extension, Action<Stream> write)
    {
        RunFolder.Claim(folder);
        string file = Path.Combine(folder, name, Name(seed, extension)), temporary = FormattableString.Invariant($"{file}.{Environment.ProcessId}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (FileStream content = File.Create(temporary))
        {
            write(content);
        }
        File.Move(temporary, file, overwrite: true);
    }
}
