using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

/// <summary>Compositions as specs write them: what is read, and what is said of what is wrong.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Problem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reference_NestedAtWill_IsReadAndNamed()
    {
        LinearProcess process = Composed.Of("""
            { "kind": "bos", "of": { "kind": "mixture", "components": [
              { "process": { "kind": "reverse", "of": { "process": "mess3", "with": { "x": "1/20", "a": 0.85 } } }, "weight": "1/4" },
              { "process": { "kind": "noise", "of": "coin", "epsilon": 0.1 }, "weight": "3/4", "tokens": ["0", "head"] } ] } }
            """);

        Assert.Equal("bos(mixture(1/4 reverse(mess3(x=1/20, a=0.85)), 3/4 noise(coin, 0.1)))", process.Id);
        Assert.Equal(["0", "1", "2", "head", "BOS"], process.Symbols);
        Assert.Empty(process.Parameters);
    }

    [Theory]
    [InlineData("""{ "kind": "product", "factors": [] }""", "1:33 SPEC026 $.factors There are no factors.")]
    [InlineData("""{ "kind": "product", "factors": ["coin", "cion"] }""", "1:42 SPEC013 $.factors[1] No process 'cion' is known.")]
    [InlineData("""{ "kind": "products", "factors": ["coin"] }""", "1:11 SPEC006 $.kind 'products' is not a kind that exists here.")]
    [InlineData("""{ "kind": "product", "factor": ["coin"] }""", "1:1 SPEC004 $ 'factors' is missing.", "1:22 SPEC002 $.factor 'factor' is not a property here.")]
    [InlineData("""{ "kind": "noise", "of": "coin", "epsilon": "1/0" }""", "1:45 SPEC017 $.epsilon '1/0' divides by zero.")]
    [InlineData("""{ "kind": "noise", "of": "coin", "epsilon": "e" }""", "1:45 SPEC042 $.epsilon 'e' in 'e' is not defined.")]
    [InlineData("""{ "kind": "noise", "of": "coin", "epsilon": 1.5 }""", "1:45 SPEC008 $.epsilon 1.5 is out of range: epsilon must be between 0 and 1.")]
    [InlineData("""{ "kind": "bos", "of": "coin", "symbol": "0" }""", "1:42 SPEC027 $.symbol The symbol '0' stands twice.")]
    [InlineData("""{ "kind": "relabel", "of": "coin", "symbols": { "2": "0", "1": "a b" } }""", "1:49 SPEC062 $.symbols.2 '2' is not one of the symbols.", "1:64 SPEC045 $.symbols.1 'a b' cannot name a symbol.")]
    [InlineData("""{ "kind": "chain", "factors": [{ "variants": ["coin", "coin"] }] }""", "1:46 SPEC032 $.factors[0].variants The first factor of a chain has no factor before it that could choose among variants.")]
    [InlineData("""{ "kind": "chain", "factors": ["coin", { "variants": ["coin"] }] }""", "1:54 SPEC023 $.factors[1].variants Expected 2 variants, one for each token of the factor before, found 1.")]
    [InlineData("""{ "kind": "chain", "factors": ["coin", { "variants": ["mess3", "z1r"] }] }""", "1:64 SPEC075 $.factors[1].variants[1] 'z1r' cannot take turns with 'mess3': it has the symbols 0, 1, not 0, 1, 2.")]
    [InlineData("""{ "kind": "chain", "factors": ["coin", { "variants": ["even", "z1r"] }] }""", "1:63 SPEC075 $.factors[1].variants[1] 'z1r' cannot take turns with 'even': it has 3 states, not 2.")]
    [InlineData("""{ "kind": "mixture", "components": [{ "process": "coin", "weight": 0.5 }, { "process": "coin", "weight": 0.4 }] }""", "1:36 SPEC074 $.components The weights of the components sum to 0.9, not to 1 (tolerance 1e-9).")]
    [InlineData("""{ "kind": "mixture", "components": [{ "process": "coin", "weight": 1 }, { "process": "coin" }] }""", "1:73 SPEC004 $.components[1] 'weight' is missing.")]
    [InlineData("""{ "kind": "mixture", "components": [{ "process": "coin", "weight": -1 }, { "process": "coin", "weight": 2, "tokens": ["a", "a", "b"] }] }""",
        "1:68 SPEC008 $.components[0].weight -1 is out of range: weight must be greater than 0.", "1:118 SPEC023 $.components[1].tokens Expected 2 names, one for each symbol of 'coin' (0, 1), found 3.", "1:124 SPEC027 $.components[1].tokens[1] The symbol 'a' stands twice.")]
    public void Reference_WithMistakes_SaysEachAtItsPlace(string json, params string[] expected)
    {
        _folder.Write("none.json", "");
        Scope at = Reading.Root(json, _problems);
        if (SpecReader.Read<ProcessReference>(at, Reading.Format) is { } reference)
        {
            Assert.Null(new ProcessLibrary(Reading.Format, Harness.Testing.Repository.Processes, _folder.Root, _problems).Resolve(reference, _folder.Root, at));
        }
        Assert.Equal(expected, _problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Finding.Code} {problem.Path} {problem.Finding.What}"));
    }

    [Fact]
    public void Reference_ToTooManyJointTokens_IsRefused()
    {
        (_, string problems) = Composed.Try($$"""{ "kind": "product", "factors": [{{string.Join(", ", Enumerable.Repeat("\"mess3\"", 11))}}] }""");

        Assert.Contains("The factors have 177147 joint tokens.", problems);
    }

    /// <summary>Twenty short files that each name the one before twice stand for a million processes.</summary>
    [Fact]
    public void Reference_ToFilesThatMultiply_IsStoppedEarly()
    {
        _folder.Write("processes/p0.json", """{ "id": "p0", "title": "t", "source": "s", "kind": "hmm", "symbols": ["0"], "states": ["A"], "transitions": { "0": [[1]] } }""");
        for (int i = 1; i <= 20; i++)
        {
            _folder.Write($"processes/p{i}.json", File($"p{i}", $$"""{ "kind": "product", "factors": ["p{{i - 1}}", "p{{i - 1}}"] }"""));
        }

        Assert.Null(Resolve("p20"));
        Assert.Contains(_problems, problem => problem.Finding.What == "The process is composed of more than 256 processes.");
        Assert.True(_problems.Count < 50);
    }

    [Fact]
    public void Files_ThatReferToEachOther_AreToldTheCircle()
    {
        _folder.Write("processes/a.json", File("a", "\"b\""));
        _folder.Write("processes/b.json", File("b", """{ "kind": "reverse", "of": "c" }"""));
        _folder.Write("processes/c.json", File("c", """{ "process": "b" }"""));

        Assert.Null(Resolve("a"));
        Problem problem = Assert.Single(_problems);
        Assert.Equal(("processes/c.json", "$.process.process", "The processes refer to each other in a circle: b → c → b."), (problem.File, problem.Path, problem.Finding.What));
    }

    [Fact]
    public void File_WithParameters_PassesThemOn()
    {
        _folder.Write("processes/coin.json", """
            { "id": "coin", "title": "t", "source": "s", "kind": "hmm", "symbols": ["0", "1"], "states": ["A"],
              "parameters": { "p": { "default": 0.5, "min": 0, "max": 1 } }, "transitions": { "0": [["p"]], "1": [["1-p"]] } }
            """);
        _folder.Write("processes/two.json", """
            { "id": "two", "title": "t", "source": "s", "kind": "composition", "parameters": { "low": { "default": 0.25, "min": 0, "max": 1 } }, "let": { "high": "2*low" },
              "process": { "kind": "mixture", "components": [
                { "process": { "process": "coin", "with": { "p": "low" } }, "weight": "low" }, { "process": { "process": "coin", "with": { "p": "high" } }, "weight": "1 - low" } ] } }
            """);

        LinearProcess process = Resolve("two")!;
        Assert.Equal((0.25 * 0.25) + (0.75 * 0.5), Composed.Probability(process, 0), 1e-15);
        Assert.Equal("two", process.Id);
        Assert.Equal(0.25, process.Parameters["low"]);
        Assert.Null(Resolve("""{ "process": "two", "with": { "low": 0.75 } }"""));
        Assert.Equal(("processes/two.json", "$.process.components[1].process.with.p", "1.5 is out of range: p must be between 0 and 1."), (_problems[0].File, _problems[0].Path, _problems[0].Finding.What));
    }

    [Fact]
    public void File_WithFactsThatDoNotHold_IsToldSo()
    {
        Scope root = Reading.Root("""
            { "id": "wrong", "title": "t", "source": "s", "kind": "composition", "process": { "kind": "product", "factors": ["coin", "coin"] },
              "known": [ { "source": "x", "words": [ { "word": "0:1", "probability": 0.5 } ] } ] }
            """, _problems);
        ProcessLibrary library = new(Reading.Format, Harness.Testing.Repository.Processes, _folder.Root, _problems);

        library.Check(library.Load(root, _folder.Root)!);

        Assert.Equal("$.known[0].words[0].probability", Assert.Single(_problems).Path);
    }

    private LinearProcess? Resolve(string reference)
    {
        Scope at = Reading.Root(reference.StartsWith('{') ? reference : $"\"{reference}\"", _problems);
        return new ProcessLibrary(Reading.Format, _folder.In("shipped"), _folder.Root, _problems).Resolve(SpecReader.Read<ProcessReference>(at, Reading.Format)!, _folder.Root, at);
    }

    private static string File(string id, string process) => $$"""{ "id": "{{id}}", "title": "t", "source": "s", "kind": "composition", "process": {{process}} }""";
}
