namespace Harness.Tests;

/// <summary>A folder that exists for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("harness-test-").FullName;

    public string In(string relative) => Path.Combine(Root, relative);

    /// <summary>Writes a file and returns its absolute path.</summary>
    public string Write(string relative, string text)
    {
        string path = In(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
