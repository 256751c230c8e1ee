using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>A real training that blows up.</summary>
public sealed class DivergenceTests
{
    [Fact]
    public async Task Training_WithAnAbsurdLearningRate_IsInconclusiveAndSaysSo()
    {
        using Sandbox folder = new();
        ExperimentText experiment = ExperimentText.Trained("hot", new ClaimText("hot/probe"), new ClaimText("hot/loss") { Measure = ClaimText.LossGap, Comparator = ClaimText.AtMost(1) }) with
        {
            Training = ExperimentText.Recipe(20, """{ "kind": "sgd", "learningRate": 1e9 }"""),
        };
        CommandResult result = (await folder.Write("hot.json", experiment.ToString()).RunAsync("run", "hot.json", "--json", "--out", "out")).Exits(3);

        Assert.All(result.Claims.Values, verdict => Assert.Equal("undefined:diverged", verdict["reason"]!["code"]!.GetValue<string>()));
        Assert.Matches(@"^training diverged: the loss was not finite at step \d+ \(seed 1, 2, 3\)$", result.Claims["hot/probe"]["reason"]!["text"]!.GetValue<string>());
        Assert.Matches(@"hot seed 2: diverged at step \d+", result.Error);
        Assert.NotNull(JsonNode.Parse(folder.Read("out/replicates/1.json"))!["training"]!["divergedAtStep"]);
        (await folder.RunAsync("run", "hot.json")).Exits(3);
    }
}
