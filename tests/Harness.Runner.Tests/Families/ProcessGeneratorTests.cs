using Harness.Numerics;
using Harness.Processes;
using Harness.Runner.Families;
using Harness.Specs;

namespace Harness.Runner.Tests.Families;

/// <summary>What holds of every draw of every kind of family.</summary>
public sealed class ProcessGeneratorTests
{
    private const int Draws = 20;

    public static TheoryData<string> Names => Laws.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void DrawOf_EveryFamily_IsAProcessThatItsFileGives(string name)
    {
        LoadedFamily family = Laws.Of(name);
        foreach (Draw draw in Drawn(family))
        {
            string json = family.Context.Write(draw.File("draw", "A draw", "a test"));
            LinearProcess process = Read(family, json);
            Assert.Equal("draw", process.Id);
            if (draw is HmmTable table)
            {
                // To the last bit: what the table says is what the file says.
                Assert.Equal(table, HmmTable.Of((HiddenMarkovModel)process), Same);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DrawOf_ANumber_DependsOnSeedAndNumberAlone(string name)
    {
        LoadedFamily family = Laws.Of(name), again = Laws.Of(name);
        string Text(LoadedFamily of, int seed, int number) => of.Context.Write(of.DrawOf(new Seed(seed), number).File("draw", "A draw", "a test"));

        Assert.Equal(Text(family, 1, 7), Text(again, 1, 7));
        Assert.True(Enumerable.Range(0, 10).Select(number => Text(family, 1, number)).Distinct().Count() > 1);
        Assert.NotEqual(Enumerable.Range(0, 10).Select(number => Text(family, 1, number)), Enumerable.Range(0, 10).Select(number => Text(family, 2, number)));
    }

    // The walk down takes the last candidate each time, which is the least simple: the longest way there is.
    [Theory]
    [MemberData(nameof(Names))]
    public void Smaller_OfEveryFamily_EndsAndGivesOnlySmallerProcesses(string name)
    {
        LoadedFamily family = Laws.Of(name);
        foreach (Draw start in Drawn(family).Take(3))
        {
            Draw at = start;
            for (int steps = 0; family.Smaller(at).ToArray() is { Length: > 0 } smaller; steps++)
            {
                Assert.True(steps < 3000, "shrinking does not end");
                foreach (Draw candidate in smaller.Take(1).Append(smaller[^1]))
                {
                    Assert.True(candidate.IsSmallerThan(at));
                    Assert.All(candidate.Size, part => Assert.True(part >= 0));
                    Read(family, family.Context.Write(candidate.File("draw", "A draw", "a test")));
                }
                at = smaller[^1];
            }
        }
    }

    [Theory]
    [InlineData("dense")]
    [InlineData("sparse")]
    [InlineData("unifilar")]
    [InlineData("least")]
    [InlineData("reducible")]
    public void RandomHmm_DrawsAndShrinks_WithinItsRanges(string name)
    {
        LoadedFamily family = Laws.Of(name);
        RandomHmm law = (RandomHmm)family.File.Generator;
        foreach (HmmTable table in Drawn(family).Cast<HmmTable>())
        {
            Assert.All(family.Smaller(table).Cast<HmmTable>().Prepend(table), one =>
            {
                Assert.InRange(one.States.Count, law.States.Min, law.States.Max);
                Assert.InRange(one.Symbols.Count, law.Symbols.Min, law.Symbols.Max);
                Assert.Equal(law.Start == FirstState.Uniform ? Enumerable.Repeat(1.0 / one.States.Count, one.States.Count) : null, one.Start);
                Assert.All(one.Rows, row => Assert.InRange(row.Sum(edge => edge.Weight), 1 - 1e-12, 1 + 1e-12));
                Assert.All(one.Edges, edge => Assert.InRange(edge.Weight, law.LeastProbability, 1 + 1e-12));
                Assert.True(one.IsComplete && (one.IsUnifilar || !law.Unifilar) && (one.IsIrreducible || !law.Irreducible));
            });
        }
    }

    [Fact]
    public void RandomHmm_FlatWeights_AreDirichlet()
    {
        LoadedFamily family = Laws.Read("""{ "kind": "random-hmm", "states": { "min": 1, "max": 1 }, "symbols": { "min": 2, "max": 2 } }""", [])!;
        double[] first = [.. Enumerable.Range(0, 2000).Select(number => ((HmmTable)family.DrawOf(new Seed(3), number)).Edges[0].Weight)];

        // Dirichlet(1, 1) is uniform on [0, 1]: mean 1/2, variance 1/12.
        Assert.Equal(0.5, first.Average(), 0.03);
        Assert.Equal(1.0 / 12, first.Average(p => (p - 0.5) * (p - 0.5)), 0.008);
    }

    [Theory]
    [InlineData("""{ "kind": "random-hmm", "states": { "min": 3, "max": 2 }, "symbols": { "min": 2, "max": 2 } }""", "FAM003 $.generator.states.min")]
    [InlineData("""{ "kind": "random-hmm", "states": { "min": 2, "max": 2 }, "symbols": { "min": 2, "max": 2 }, "irreducible": false }""", "FAM004 $.generator.irreducible")]
    [InlineData("""{ "kind": "random-hmm", "states": { "min": 2, "max": 2 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 3, "max": 3 }, "unifilar": true }""", "FAM004 $.generator.edges")]
    [InlineData("""{ "kind": "random-hmm", "states": { "min": 2, "max": 2 }, "symbols": { "min": 2, "max": 2 }, "leastProbability": 0.25 }""", "FAM004 $.generator.leastProbability")]
    [InlineData("""{ "kind": "random-hmm", "states": { "min": 1, "max": 1 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 1, "max": 1 } }""", "FAM004 $.generator")]
    [InlineData("""{ "kind": "parameters", "process": "mess4", "ranges": {} }""", "SPEC013 $.generator.process")]
    [InlineData("""{ "kind": "parameters", "process": "mess3", "ranges": { "y": { "min": 0, "max": 1 } } }""", "SPEC015 $.generator.ranges.y")]
    [InlineData("""{ "kind": "parameters", "process": "mess3", "ranges": { "x": { "min": 0, "max": 0.9 } } }""", "SPEC008 $.generator.ranges.x.max")]
    [InlineData("""{ "kind": "parameters", "process": "mess3", "ranges": { "x": { "min": 0.4, "max": 0.1 } } }""", "FAM003 $.generator.ranges.x.min")]
    [InlineData("""{ "kind": "permutation", "of": "bloch-walk" }""", "FAM006 $.generator.of")]
    [InlineData("""{ "kind": "permutation", "of": "rrxor", "states": false, "symbols": false }""", "FAM004 $.generator")]
    [InlineData("""{ "kind": "product", "factors": [] }""", "FAM004 $.generator.factors")]
    [InlineData("""{ "kind": "product", "factors": [{ "kind": "parameters", "process": "bloch-walk", "ranges": {} }] }""", "FAM006 $.generator")]
    public void Check_OfALawThatDrawsNothing_SaysWhere(string generator, string expected)
    {
        List<Problem> problems = [];

        Assert.Null(Laws.Read(generator, problems));
        Assert.Equal(expected, $"{problems[0].Finding.Code} {problems[0].Path}");
    }

    private static IEnumerable<Draw> Drawn(LoadedFamily family) => Enumerable.Range(0, Draws).Select(number => family.DrawOf(new Seed(1), number));

    private static LinearProcess Read(LoadedFamily family, string json)
    {
        List<Problem> problems = [];
        LinearProcess? process = family.Context.Read("draw.json", json, problems);
        Assert.True(problems.Count == 0, string.Join('\n', problems) + json);
        return process!;
    }

    private static bool Same(HmmTable one, HmmTable other) =>
        one.States.SequenceEqual(other.States) && one.Symbols.SequenceEqual(other.Symbols) && one.Edges.SequenceEqual(other.Edges);
}
