using Harness.Specs;
using Spectre.Console;

namespace Harness.Cli;

/// <summary>Standard output for results, standard error for everything else.</summary>
internal sealed class Output(bool quiet, bool verbose)
{
    private readonly object _lock = new();

    /// <summary>Standard error, with colour on a terminal unless NO_COLOR is set.</summary>
    public IAnsiConsole Terminal { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public bool Quiet => quiet;

    public bool IsInteractive => !Console.IsErrorRedirected && Terminal.Profile.Capabilities.Interactive;

    public static void Result(string text) => Console.Out.Write(text.EndsWith('\n') ? text : text + "\n");

    /// <summary>A line about progress; not shown when quiet.</summary>
    public void Note(string text)
    {
        if (!quiet)
        {
            Line(text);
        }
    }

    /// <summary>A line that is shown only when asked for.</summary>
    public void Detail(string text)
    {
        if (verbose)
        {
            Line(text);
        }
    }

    public void Error(string text) => Line(text);

    public void Problems(IReadOnlyList<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            Line(problem.ToString());
        }
        Line(FormattableString.Invariant($"{problems.Count} problem{(problems.Count == 1 ? "" : "s")}; nothing was run and nothing was written."));
    }

    private void Line(string text)
    {
        lock (_lock)
        {
            Console.Error.WriteLine(text);
        }
    }
}
