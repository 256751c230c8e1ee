using Harness.Testing;

namespace Harness.Cli.Tests.Commands;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Schemas_Written_AreTheCommittedOnes()
    {
        (await _folder.RunAsync("schema", "--out", "schema")).Exits(0);
        string[] written = [.. Directory.GetFiles(_folder.In("schema")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["experiment.schema.json", "family.schema.json", "process.schema.json"], written);
        Assert.All(written, name => Assert.True(
            File.ReadAllText(_folder.In($"schema/{name}")) == File.ReadAllText(Path.Combine(Repository.Root, "spec", "schema", name)),
            $"spec/schema/{name} is not what the records say: run harness schema and commit the result."));
    }
}
