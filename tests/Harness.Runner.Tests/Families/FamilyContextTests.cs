using System.Text.Json.Nodes;
using Harness.Numerics;
using Harness.Runner.Families;
using Harness.Testing;

namespace Harness.Runner.Tests.Families;

public sealed class FamilyContextTests
{
    [Fact]
    public void Write_OfAProcess_PutsAnEdgeOnALine()
    {
        LoadedFamily family = Laws.Of("plane");
        HmmTable table = HmmTable.Of(["0", "1"], ["S0", "S1"], [new(0, 0, 1, 1), new(1, 0, 0, 1.0 / 3), new(1, 1, 1, 2.0 / 3)]);

        Assert.Equal("""
            {
              "$schema": "../schema/process.schema.json",
              "id": "a",
              "title": "R² ≥ \"0.9\"",
              "source": "a test",
              "kind": "hmm",
              "symbols": ["0", "1"],
              "states": ["S0", "S1"],
              "transitions": [
                { "from": "S0", "emit": "0", "to": "S1", "weight": 1 },
                { "from": "S1", "emit": "0", "to": "S0", "weight": "1/3" },
                { "from": "S1", "emit": "1", "to": "S1", "weight": "2/3" }
              ],
              "normalization": "none"
            }

            """.ReplaceLineEndings("\n"), family.Context.Write(table.File("a", "R² ≥ \"0.9\"", "a test")));
    }

    [Fact]
    public void Write_OfAnyDraw_IsTheSameJsonInAnotherLayout()
    {
        LoadedFamily family = Laws.Of("plane");
        JsonNode written = JsonNode.Parse(family.Context.Write(family.DrawOf(new Seed(1), 0).File("a", "A", "a test")))!;

        Assert.Equal("mess3", written["process"]!["process"]!.GetValue<string>());
        Assert.Equal(0.7, written["process"]!["with"]!["a"]!.GetValue<double>());
    }

    [Fact]
    public void Families_OfTheRepository_CanAllBeRead()
    {
        Workspace workspace = new(Repository.Root, Repository.Processes);
        List<Specs.Problem> problems = [];
        FamilyLibrary library = workspace.Families(workspace.Library(problems), problems);

        Assert.All(library.Ids(Repository.Root), id => Assert.NotNull(library.Find(id, Repository.Root, Specs.Scope.Root("a test", null, problems))));
        Assert.Contains("sparse-three-state-hmms", library.Ids(Repository.Root));
        Assert.Empty(problems);
    }
}
