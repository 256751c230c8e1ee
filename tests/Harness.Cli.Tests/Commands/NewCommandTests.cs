using System.Text.Json.Nodes;

namespace Harness.Cli.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("process", "processes", "0 experiments with 0 claims, 1 process: no problems.\n")]
    [InlineData("experiment", "experiments", "1 experiment with 1 claim, 0 processes: no problems.\n")]
    public async Task New_OfEachKind_IsValidAndHasItsSchemaBesideIt(string kind, string folder, string valid)
    {
        CommandResult result = (await _folder.RunAsync("new", kind, "my-own-1")).Exits(0);
        Assert.Equal($"{folder}/my-own-1.json\nschema/{kind}.schema.json\n", result.Out);
        Assert.Equal(valid, (await _folder.RunAsync("validate", ".")).Exits(0).Out);
        string schema = JsonNode.Parse(_folder.Read($"{folder}/my-own-1.json"))!["$schema"]!.GetValue<string>();
        Assert.Equal(_folder.In($"schema/{kind}.schema.json"), Path.GetFullPath(schema, _folder.In(folder)));
        (await _folder.RunAsync("schema", "--out", "written")).Exits(0);
        Assert.Equal(_folder.Read($"written/{kind}.schema.json"), _folder.Read($"schema/{kind}.schema.json"));
    }

    [Fact]
    public async Task New_WhereThereIsASpecFolder_WritesThereAndLeavesItsSchemas()
    {
        _folder.Write("spec/schema/experiment.schema.json", "{}");
        Assert.Equal("spec/experiments/mine.json\n", (await _folder.RunAsync("new", "experiment", "mine")).Exits(0).Out);
        Assert.Equal("{}", _folder.Read("spec/schema/experiment.schema.json"));
        Assert.Equal("mine: 5 networks (0 cached, 5 to train)", (await _folder.RunAsync("run", "spec", "--dry-run")).Exits(0).Out.Split(',')[0] + "," + (await _folder.RunAsync("run", "spec", "--dry-run")).Out.Split(',')[1]);
    }

    [Fact]
    public async Task New_ProcessAndExperiment_GoTogether()
    {
        (await _folder.RunAsync("new", "process", "mine")).Exits(0);
        (await _folder.RunAsync("new", "experiment", "mine-too")).Exits(0);
        _folder.Write("experiments/mine-too.json", _folder.Read("experiments/mine-too.json").Replace("\"process\": \"mess3\"", "\"process\": \"mine\"", StringComparison.Ordinal));
        (await _folder.RunAsync("validate", ".")).Exits(0);
        Assert.Contains("mine: 2 states, 2 symbols", (await _folder.RunAsync("theory", "mine")).Out.Replace("(p = 0.5)", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_OfWhatIsThere_IsRefusedAndNothingIsTouched()
    {
        _folder.Write("processes/mine.json", "precious");
        CommandResult result = (await _folder.RunAsync("new", "process", "mine")).Exits(5);
        Assert.Contains("'processes/mine.json' is there already.", result.Error, StringComparison.Ordinal);
        Assert.Equal("precious", _folder.Read("processes/mine.json"));
        Assert.False(_folder.Exists("schema"));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("My Own")]
    [InlineData("a--b")]
    public async Task New_WithAnIdThatIsNone_IsRefused(string id)
    {
        Assert.Contains("SPEC044", (await _folder.RunAsync("new", "experiment", id)).Exits(5).Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files("."));
    }
}
