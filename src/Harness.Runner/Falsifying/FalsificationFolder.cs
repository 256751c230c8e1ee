using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Specs;

namespace Harness.Runner.Falsifying;

/// <summary>The folder that a falsification leaves behind.</summary>
/// <remarks>
/// <c>falsification.json</c> (the document of --json), <c>processes/</c> (every process that was drawn, as a process file), <c>counterexample.json</c>
/// (ready to be committed), <c>summary.txt</c>, <c>log.txt</c>. Marked as ours like a run folder.
/// </remarks>
internal static class FalsificationFolder
{
    public const string CounterexampleName = "counterexample.json";

    private const string Processes = "processes";

    /// <summary>falsify-&lt;claim&gt;-&lt;family&gt;-&lt;hash8&gt;, the hash being that of claim, experiment and family.</summary>
    public static string DefaultName(FalsifyRequest request, SpecFormat format)
    {
        string asked = string.Join('\n', JsonSerializer.Serialize(request.Claim, format.Options), JsonSerializer.Serialize(request.Experiment.Spec, format.Options), JsonSerializer.Serialize(request.Family.File, format.Options));
        return $"falsify-{RunFolder.FileName(request.Claim.Id)}-{request.Family.Id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..8]}";
    }

    public static void Write(string folder, Falsification falsification, IReadOnlyList<string> log)
    {
        RunFolder.Claim(folder);
        RunFolder.Fresh(folder, Processes);
        foreach (TestedProcess process in falsification.Processes)
        {
            File.WriteAllText(Path.Combine(folder, Processes, process.Draw.ToString("D4", CultureInfo.InvariantCulture) + ".json"), process.Process);
        }
        string counterexample = Path.Combine(folder, CounterexampleName);
        File.Delete(counterexample);
        if (falsification.Counterexample is { } found)
        {
            File.WriteAllText(counterexample, found.Process);
        }
        File.WriteAllText(Path.Combine(folder, "falsification.json"), FalsificationJson.Write(falsification));
        File.WriteAllText(Path.Combine(folder, "summary.txt"), FalsificationText.Write(falsification));
        File.WriteAllLines(Path.Combine(folder, "log.txt"), log);
    }
}
