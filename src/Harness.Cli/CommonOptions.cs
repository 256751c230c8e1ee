using System.CommandLine;

namespace Harness.Cli;

/// <summary>Options that every command has.</summary>
internal static class CommonOptions
{
    public static Option<bool> Quiet { get; } = new("--quiet") { Description = "Print results only.", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Print more about what is done.", Recursive = true };

    public static Output Output(ParseResult parsed) => new(parsed.GetValue(Quiet), parsed.GetValue(Verbose));
}
