namespace Harness.Cli.Tests;

/// <summary>A folder with its own specs, runs and cache, in which the command is run; removed afterwards.</summary>
public sealed class Sandbox : IDisposable
{
    public Sandbox() => Directory.CreateDirectory(In(".git"));

    public string Root { get; } = Directory.CreateTempSubdirectory("harness-cli-").FullName;

    /// <summary>Where the trained networks of this folder are kept.</summary>
    public string Cache => In("runs/.cache");

    public string In(string relative) => Path.Combine(Root, relative);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal string Read(string relative) => File.ReadAllText(In(relative));

    internal bool Exists(string relative) => Path.Exists(In(relative));

    /// <summary>Writes a file and returns this folder.</summary>
    internal Sandbox Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(relative))!);
        File.WriteAllText(In(relative), text);
        return this;
    }

    /// <summary>Writes a file of bytes and returns this folder.</summary>
    internal Sandbox Write(string relative, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(relative))!);
        File.WriteAllBytes(In(relative), content);
        return this;
    }

    /// <summary>The files below a folder, relative to it, in ordinal order.</summary>
    internal IReadOnlyList<string> Files(string relative) =>
        [.. Directory.EnumerateFiles(In(relative), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(In(relative), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    internal Task<CommandResult> RunAsync(params IEnumerable<string> arguments) => Command.RunAsync(Root, new Dictionary<string, string>(), arguments);

    internal Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) => Command.RunAsync(Root, environment, arguments);
}
