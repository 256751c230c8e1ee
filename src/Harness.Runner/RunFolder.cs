using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Figures;
using Harness.Reports.Html;
using Harness.Reports.Records;
using Harness.Specs;

namespace Harness.Runner;

/// <summary>The folder that a run of an experiment leaves behind.</summary>
/// <remarks>
/// <c>spec.json</c> (resolved), <c>run.json</c> and <c>picture.json</c> (from which the report can be made again), <c>replicates/</c>, <c>arms/</c>
/// (the same of each arm), <c>verdicts/</c>, <c>figures/</c>, <c>report.html</c>, <c>log.txt</c>, and what <see cref="ReplicateFiles"/> has
/// put there. A marker file tells our folders from others: one that holds anything
/// else is never written to.
/// </remarks>
internal static class RunFolder
{
    public const string ReportName = "report.html";

    private const string SpecName = "spec.json";

    /// <summary>runs/&lt;experiment&gt;-&lt;hash8&gt;, the hash being that of the resolved spec.</summary>
    public static string DefaultName(ExperimentPlan plan, SpecFormat format) =>
        $"{plan.Spec.Id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Resolved(plan, format))))[..8]}";

    /// <summary>True when the folder may be written: it is absent, empty, or one of ours.</summary>
    public static bool IsOurs(string folder) =>
        !Directory.Exists(folder) || File.Exists(Path.Combine(folder, SpecDiscovery.RunMarker)) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Marks a folder as ours, so that it can be written again.</summary>
    public static void Claim(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, SpecDiscovery.RunMarker), "This folder is written by harness run; anything in it may be replaced by the next run.\n");
    }

    public static void Write(string folder, ExperimentResult result, ReportModel model, SpecFormat format, IReadOnlyList<string> log, bool activations = false)
    {
        Claim(folder);
        Fresh(folder, "verdicts");
        ReplicateFiles.Tidy(folder, result.Plan.Spec.Seeds, activations);
        File.WriteAllText(Path.Combine(folder, SpecName), Resolved(result.Plan, format) + "\n");
        WriteReplicates(folder, result.Replicates);
        foreach ((string arm, IReadOnlyList<ReplicateResult> replicates) in result.Arms)
        {
            WriteReplicates(OfArm(folder, arm), replicates);
            ReplicateFiles.Tidy(OfArm(folder, arm), result.Plan.Spec.Seeds, activations);
        }
        foreach (VerdictRecord verdict in model.Claims)
        {
            File.WriteAllText(Path.Combine(folder, "verdicts", FileName(verdict.Id) + ".json"), VerdictJson.Write(verdict));
        }
        File.WriteAllText(Path.Combine(folder, RunFile.Name), RunFile.Write(model));
        if (model.Picture is { } picture)
        {
            File.WriteAllText(Path.Combine(folder, RunFile.PictureName), RunFile.WritePicture(picture));
        }
        WriteReport(folder, model);
        File.WriteAllLines(Path.Combine(folder, "log.txt"), log);
    }

    /// <summary>Where an arm of the experiment leaves its networks.</summary>
    public static string OfArm(string folder, string arm) => Path.Combine(folder, "arms", arm);

    /// <summary>The report and its figures.</summary>
    public static void WriteReport(string folder, ReportModel model)
    {
        Fresh(folder, "figures");
        foreach ((string name, byte[] content) in FigureFiles.Of(model))
        {
            File.WriteAllBytes(Path.Combine(folder, "figures", name), content);
        }
        File.WriteAllText(Path.Combine(folder, ReportName), HtmlReport.Write(model));
    }

    /// <summary>The model of a run folder; null when it is none.</summary>
    public static ReportModel? Read(string folder)
    {
        string run = Path.Combine(folder, RunFile.Name), picture = Path.Combine(folder, RunFile.PictureName);
        return File.Exists(run) ? RunFile.Read(File.ReadAllText(run), File.Exists(picture) ? File.ReadAllText(picture) : null) : null;
    }

    /// <summary>Every run in a folder, with its resolved spec: its own, or those of the experiments below it; null when there is none.</summary>
    /// <exception cref="JsonException">A file is damaged or missing.</exception>
    public static IReadOnlyList<(ReportModel Model, JsonNode Spec)>? ReadAll(string folder)
    {
        string[] folders = File.Exists(Path.Combine(folder, RunFile.Name)) ? [folder]
            : Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Where(below => File.Exists(Path.Combine(below, RunFile.Name))).Order(StringComparer.Ordinal)]
            : [];
        return folders.Length == 0 ? null : [.. folders.Select(one => (Read(one)!, Spec(one)))];
    }

    private static JsonNode Spec(string folder)
    {
        string spec = Path.Combine(folder, SpecName);
        return (File.Exists(spec) ? JsonNode.Parse(File.ReadAllText(spec)) : null) ?? throw new JsonException($"{SpecName} is missing.");
    }

    /// <summary>A claim id as a file name: mess3/loss becomes mess3--loss.</summary>
    public static string FileName(string claimId) => claimId.Replace("/", "--", StringComparison.Ordinal);

    private static string Resolved(ExperimentPlan plan, SpecFormat format) =>
        JsonSerializer.Serialize(plan.Spec, format.Indented);

    private static void WriteReplicates(string folder, IReadOnlyList<ReplicateResult> replicates)
    {
        Fresh(folder, "replicates");
        foreach (ReplicateResult replicate in replicates)
        {
            File.WriteAllText(Path.Combine(folder, "replicates", FormattableString.Invariant($"{replicate.Seed}.json")), ReplicateJson.Write(replicate));
        }
    }

    /// <summary>Empty folders of these names.</summary>
    internal static void Fresh(string folder, params string[] names)
    {
        foreach (string name in names)
        {
            string path = Path.Combine(folder, name);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            Directory.CreateDirectory(path);
        }
    }
}
