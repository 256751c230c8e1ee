using System.Text;

namespace Harness.Testing;

/// <summary>A folder of accepted results, with Verify's names: <c>name.verified.json</c>, and beside it <c>name.received.json</c> where a test failed.</summary>
/// <remarks>
/// A missing golden fails. Nothing is accepted by a test: a person looks, then runs <c>harness accept</c>. Files are UTF-8 without a
/// byte order mark and with LF. Within tolerance nothing is rewritten.
/// </remarks>
/// <param name="attach">Hands the received text to the test's report: file name, content.</param>
/// <param name="show">Opens received and verified file side by side.</param>
internal sealed class GoldenFolder(string root, Action<string, string> attach, Action<string, string> show)
{
    private const int MostDifferences = 10;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Names of the accepted files, with extension and without ".verified": <c>theory/mess3.json</c>; sorted.</summary>
    public IReadOnlyList<string> Accepted => Names(".verified.");

    /// <summary>The same of what waits to be looked at.</summary>
    public IReadOnlyList<string> Received => Names(".received.");

    public void CheckJson(string name, string json, Tolerance tolerance) => Check(name, "json", json, expected =>
    {
        IReadOnlyList<JsonDifference> differences = JsonComparison.Compare(expected, json, tolerance);
        return differences.Count == 0 ? null : List(differences);
    });

    public void CheckText(string name, string extension, string text) => Check(name, extension, text, expected =>
        expected == text.ReplaceLineEndings("\n") ? null : InlineDiff.Of(expected, text.ReplaceLineEndings("\n")));

    private void Check(string name, string extension, string actual, Func<string, string?> compare)
    {
        string verified = PathOf(name, "verified", extension), received = PathOf(name, "received", extension);
        string? accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (accepted is null)
        {
            Write(received, actual);
            throw new GoldenMismatchException(Message("New", verified, received, null, name));
        }
        if (compare(accepted) is { } difference)
        {
            Write(received, actual);
            show(received, verified);
            throw new GoldenMismatchException(Message("NotEqual", verified, received, difference, name));
        }
        File.Delete(received);
    }

    private string PathOf(string name, string state, string extension)
    {
        if (name.Split('/').Any(part => part is "" or "." or ".." || part.Any(c => Path.GetInvalidFileNameChars().Contains(c) || c == '\\')))
        {
            throw new ArgumentException($"'{name}' is not the name of a golden: use parts separated by '/', such as theory/mess3.", nameof(name));
        }
        return Path.Combine(root, $"{name}.{state}.{extension}".Replace('/', Path.DirectorySeparatorChar));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string written = text.ReplaceLineEndings("\n");
        File.WriteAllText(path, written, s_utf8);
        attach(Path.GetFileName(path), written);
    }

    private static string Message(string state, string verified, string received, string? difference, string name) => string.Join('\n', new[]
    {
        $"Golden: {name}",
        $"{state}:",
        $"  - Received: {Path.GetFileName(received)}",
        $"    Verified: {Path.GetFileName(verified)}" + (difference is null ? " (does not exist)" : ""),
        $"    Folder:   {Path.GetDirectoryName(verified)}",
        difference,
        "Look at the received file. If it is right, accept it:",
        $"  dotnet run -c Release --project src/Harness.Cli -- accept {name}",
    }.Where(line => line is not null));

    private static string List(IReadOnlyList<JsonDifference> differences)
    {
        string shown = string.Join('\n', differences.Take(MostDifferences));
        return differences.Count <= MostDifferences ? shown : shown + FormattableString.Invariant($"\n… and {differences.Count - MostDifferences} more differences");
    }

    private List<string> Names(string state) => Directory.Exists(root)
        ? [.. Directory.EnumerateFiles(root, $"*{state}*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/').Replace(state, ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];
}
