using System.Diagnostics;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>The script of continuous integration, run with a stand-in for the test command.</summary>
public sealed class CiScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("  total: 7\n  failed: 0\n  succeeded: 5\n  skipped: 2", 0, 0, "5 passed, 0 failed, 2 skipped")]
    [InlineData("  total: 7\n  failed: 3\n  succeeded: 4\n  skipped: 0", 2, 2, "4 passed, 3 failed, 0 skipped")]
    [InlineData("  failed: 3\n  succeeded: 4\n  skipped: 0", 0, 1, "4 passed, 3 failed, 0 skipped")]
    [InlineData("\\033[31m  failed: 1\\033[m\n\\033[32m  succeeded: 2\\033[m\n  skipped: 0", 2, 2, "2 passed, 1 failed, 0 skipped")]
    [InlineData("  failed: 0\n  succeeded: 0\n  skipped: 0", 0, 1, "0 passed, 0 failed, 0 skipped")]
    [InlineData("error CS1002: ; expected", 1, 1, "0 passed, 0 failed, 0 skipped")]
    [InlineData("nothing to do", 0, 1, "0 passed, 0 failed, 0 skipped")]
    public void Run_WhateverTheTestsDo_EndsWithCountsAndKeepsTheCode(string output, int code, int expected, string last)
    {
        Write("dotnet", $"#!/bin/sh\necho \"$@\" > '{_folder}/arguments'\nprintf '%b\\n' '{output.Replace("\n", "\\n", StringComparison.Ordinal)}'\nexit {code}\n");

        (int exit, string[] lines) = Run();

        Assert.Equal(expected, exit);
        Assert.Equal(last, lines[^1]);
        Assert.Equal("test -c Release", File.ReadAllText(Path.Combine(_folder, "arguments")).Trim());
    }

    private (int ExitCode, string[] Lines) Run()
    {
        ProcessStartInfo start = new("bash", [Path.Combine(Repository.Root, ".ci", "run")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = _folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.NotNull(errors.Result);
        return (process.ExitCode, lines);
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
