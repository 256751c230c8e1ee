using Harness.Testing;

namespace Harness.Cli.Tests;

/// <summary>Every bad input: its exact message, all problems at once, exit 5, nothing run and nothing written.</summary>
public sealed class BadInputTests : IGoldenSource
{
    static IEnumerable<string> IGoldenSource.Goldens => BadInput.All.Select(input => $"commands/{input.Name}.txt");

    public static TheoryData<string> Names => [.. BadInput.All.Select(input => input.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadInput_OfEachKind_IsRefusedWithItsMessage(string name)
    {
        BadInput input = BadInput.All.Single(input => input.Name == name);
        using Sandbox folder = new();
        foreach ((string path, string text) in input.Files)
        {
            folder.Write(path, text);
        }
        IReadOnlyList<string> before = folder.Files(".");

        CommandResult result = (await folder.RunAsync(input.Arguments)).Exits(5);

        Assert.Empty(result.Out);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files("."));
        Golden.CheckText($"commands/{name}", result.Error);
    }

    [Fact]
    public void Goldens_OfThisModule_AreAllClaimed() => Assert.Empty(GoldenClaims.Faults(
        "Harness.Cli.Tests", GoldenClaims.Of(typeof(BadInputTests).Assembly), new GoldenFolder(Repository.Golden, (_, _) => { }, (_, _) => { }).Accepted));
}
