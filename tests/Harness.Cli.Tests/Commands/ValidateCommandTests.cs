using Harness.Testing;

namespace Harness.Cli.Tests.Commands;

public sealed class ValidateCommandTests
{
    [Fact]
    public async Task Validate_OfTheShippedSpecs_FindsNoProblem()
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync("validate", Path.Combine(Repository.Root, "spec"))).Exits(0);
        Assert.Matches(@"^\d+ experiments with \d+ claims, \d+ processes, \d+ families: no problems\.\n$", result.Out);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Validate_OfOneProcess_SaysSo()
    {
        using Sandbox folder = new();
        CommandResult result = (await folder.RunAsync("validate", Path.Combine(Repository.Processes, "coin.json"))).Exits(0);
        Assert.Equal("0 experiments with 0 claims, 1 process: no problems.\n", result.Out);
    }
}
