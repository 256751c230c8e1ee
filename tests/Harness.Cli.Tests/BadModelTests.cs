using Harness.Testing;

namespace Harness.Cli.Tests;

/// <summary>Every file of a network that is not what the spec says: its exact message, exit 5, nothing run and nothing written.</summary>
public sealed class BadModelTests(TrainedRuns runs) : IGoldenSource
{
    static IEnumerable<string> IGoldenSource.Goldens => BadModel.All.Select(model => $"commands/{model.Name}.txt");

    public static TheoryData<string> Names => [.. BadModel.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadModel_OfEachKind_IsRefusedWithItsMessage(string name)
    {
        BadModel model = BadModel.All.Single(model => model.Name == name);
        await runs.OfAsync("saved");
        using Sandbox folder = new();
        foreach (int seed in new[] { 1, 2, 3 })
        {
            folder.Write($"networks/{seed}.safetensors", File.ReadAllBytes(runs.Folder.In($"saved/weights/{seed}.safetensors")));
            folder.Write($"tables/{seed}.npz", File.ReadAllBytes(runs.Folder.In($"saved/activations/{seed}.npz")));
        }
        model.Spoil(folder.Write("a.json", model.Experiment.ToString()));
        IReadOnlyList<string> before = folder.Files(".");

        CommandResult result = (await folder.RunAsync(["run", "a.json", .. model.Options])).Exits(5);

        Assert.Empty(result.Out);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files("."));
        Golden.CheckText($"commands/{name}", result.Error);
    }
}
