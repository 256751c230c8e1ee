using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>How the command ended and what it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as the one JSON document that it must be.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    /// <summary>The claims of <c>run --json</c>, by id.</summary>
    public IReadOnlyDictionary<string, JsonNode> Claims =>
        Json["experiments"]!.AsArray().SelectMany(experiment => experiment!["claims"]!.AsArray()).ToDictionary(claim => claim!["id"]!.GetValue<string>(), claim => claim!);

    /// <summary>Fails with everything that was printed unless the exit code is the one given.</summary>
    public CommandResult Exits(int expected)
    {
        Assert.True(ExitCode == expected, $"Exit code {ExitCode} where {expected} was expected.\n{Out}\n{Error}");
        return this;
    }
}
