using System.CommandLine;
using Harness.Reports.Text;

namespace Harness.Cli;

/// <summary>What a build server is handed of a run that came to no verdict.</summary>
internal static class FailureOutputs
{
    public static void Write(RunFailure failure, RunOptions options, ParseResult parsed, Surroundings surroundings)
    {
        // A selection that matched nothing is not a test that failed, and has none to list.
        if (parsed.GetValue(options.Junit) is { } junit && failure != RunFailure.NothingSelected)
        {
            WriteJunit(junit, Junit.Write(failure), surroundings);
        }
        if (parsed.GetValue(options.GitHub))
        {
            Console.Error.Write(GitHubAnnotations.Write(failure));
            AppendSummary(cap => Markdown.Write(failure, cap), surroundings);
        }
    }

    public static void WriteJunit(string path, string text, Surroundings surroundings)
    {
        string file = Path.GetFullPath(path, surroundings.Workspace.CurrentFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Appends to the step's summary, if there is one; what stands there already counts towards its limit.</summary>
    public static void AppendSummary(Func<int, string> write, Surroundings surroundings)
    {
        if (surroundings.StepSummary is { Length: > 0 } summary)
        {
            FileInfo before = new(summary);
            File.AppendAllText(summary, write(Markdown.DefaultCap - (int)Math.Min(Markdown.DefaultCap, before.Exists ? before.Length : 0)));
        }
    }
}
