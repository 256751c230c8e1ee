using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Experiments;
using Harness.Reports;

namespace Harness.Runner;

/// <summary>What was read of networks that have not changed since, for claims that have not changed since.</summary>
/// <remarks>
/// Beside the trained networks, by <see cref="CacheKey.OfExamination"/>. A file is its own checksum, a line, and JSON in which numbers are the
/// shortest that read back to the same bits; it appears whole, by a rename. One that does not match is made again.
/// </remarks>
internal sealed class ExaminationCache(string folder, Action<string> note)
{
    public const string Extension = ".examined";

    private static readonly JsonSerializerOptions s_format = new(ReportFormat.Options) { WriteIndented = false, Converters = { new SingleArrayConverter() } };

    public ReplicateResult GetOrExamine(string key, Func<ReplicateResult> examine)
    {
        string path = Path.Combine(folder, key[..2], key + Extension);
        if (Read(path) is { } known)
        {
            return known;
        }
        ReplicateResult result = examine();
        Write(path, result);
        return result;
    }

    private ReplicateResult? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            string[] parts = File.ReadAllText(path).Split('\n', 2);
            if (parts.Length == 2 && parts[0] == Checksum(parts[1]))
            {
                return JsonSerializer.Deserialize<ReplicateResult>(parts[1], s_format);
            }
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            note($"the examination {Path.GetFileName(path)[..8]} cannot be read ({error.Message})");
        }
        note($"the examination {Path.GetFileName(path)[..8]} is damaged; it is made again");
        return null;
    }

    private static void Write(string path, ReplicateResult result)
    {
        string json = JsonSerializer.Serialize(result, s_format);
        string temporary = FormattableString.Invariant($"{path}.{System.Environment.ProcessId}.{System.Environment.CurrentManagedThreadId}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(temporary, Checksum(json) + "\n" + json);
        File.Move(temporary, path, overwrite: true);
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
