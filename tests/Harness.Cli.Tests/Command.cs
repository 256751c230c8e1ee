using System.Diagnostics;

namespace Harness.Cli.Tests;

/// <summary>The built command, run as a child process: exactly what a person gets.</summary>
internal static class Command
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end.</summary>
    /// <param name="environment">Variables beside NO_COLOR; CI and GITHUB_STEP_SUMMARY are unset unless they are named here.</param>
    public static async Task<CommandResult> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        using Process process = Start(folder, environment, arguments);
        return await FinishAsync(process);
    }

    /// <param name="launcher">A command that becomes this one: its name and arguments; nothing to start it directly.</param>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments, params IEnumerable<string> launcher)
    {
        string[] line = [.. launcher, Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Harness.Cli.exe" : "Harness.Cli"), .. arguments];
        ProcessStartInfo start = new(line[0], line[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in new[] { "CI", "GITHUB_STEP_SUMMARY" })
        {
            start.Environment.Remove(name);
        }
        start.Environment["NO_COLOR"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for the end and reads what was printed.</summary>
    public static async Task<CommandResult> FinishAsync(Process process)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token), error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
