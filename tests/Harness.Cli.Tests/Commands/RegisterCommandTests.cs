using System.Text.Json.Nodes;

namespace Harness.Cli.Tests.Commands;

public sealed class RegisterCommandTests : IDisposable
{
    private const string Registry = "golden/registry.json";
    private static readonly ClaimText s_claim = new("a/one");
    private readonly Sandbox _folder = new();

    public RegisterCommandTests() => Write(s_claim, new ClaimText("a/two"), new ClaimText("a/watched") { Status = "exploratory" });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Register_OfClaims_WritesVersionDayAndHash()
    {
        DateOnly before = Today();
        CommandResult result = (await _folder.RunAsync("register", "a/one", "a/two")).Exits(0);
        DateOnly after = Today();

        JsonArray entries = Entries();
        Assert.Equal(["a/one", "a/two"], entries.Select(entry => entry!["id"]!.GetValue<string>()));
        Assert.All(entries, entry =>
        {
            Assert.Equal(1, entry!["version"]!.GetValue<int>());
            Assert.InRange(DateOnly.ParseExact(entry["date"]!.GetValue<string>(), "yyyy-MM-dd"), before, after);
            Assert.Matches("^[0-9a-f]{64}$", entry["sha256"]!.GetValue<string>());
        });
        Assert.Matches(@"^registered a/one v1 in golden/registry\.json, \d{4}-\d\d-\d\d, sha256 [0-9a-f]{64}\n", result.Out);
    }

    [Fact]
    public async Task Register_OfTheSameAgain_IsANoOpThatSaysSo()
    {
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        string before = _folder.Read(Registry);
        Assert.Equal("a/one v1 is registered already, just as it stands: nothing to do\n", (await _folder.RunAsync("register", "a/one")).Exits(0).Out);
        Assert.Equal(before, _folder.Read(Registry));
    }

    [Fact]
    public async Task Register_OfANewVersion_AppendsAndKeepsTheOld()
    {
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        string before = _folder.Read(Registry).Split('\n')[3];
        Write(s_claim with { Version = 2, Comparator = ClaimText.AtLeast(0.8), Amendments = """[{ "version": 2, "what": "the threshold", "why": "it was a guess" }]""" });
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        Assert.Equal([1, 2], Entries().Select(entry => entry!["version"]!.GetValue<int>()));
        Assert.Equal(before, _folder.Read(Registry).Split('\n')[3].TrimEnd(','));
    }

    [Fact]
    public async Task Register_OfWhatMayNotBe_RefusesAllAtOnceAndWritesNothing()
    {
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        string before = _folder.Read(Registry);
        Write(s_claim with { Comparator = ClaimText.AtLeast(0.8) }, new ClaimText("a/two") { Version = 2 }, new ClaimText("a/watched") { Status = "exploratory" }, new ClaimText("a/fine"));

        CommandResult result = (await _folder.RunAsync("register", "a/one", "a/two", "a/watched", "a/fine", "a/nowhere")).Exits(5);

        Assert.Equal(["REG002", "REG004", "REG005", "REG003"], Codes(result));
        Assert.Contains("a.json:10:33  REG004  $.claims[0].version\n  'a/one' was registered as version 1 on ", result.Error, StringComparison.Ordinal);
        Assert.Contains("Bump \"version\", add an \"amendments\" entry saying what changed and why", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
        Assert.Equal(before, _folder.Read(Registry));
    }

    [Fact]
    public async Task Register_OnABuildServer_IsRefused()
    {
        CommandResult result = (await _folder.RunAsync(new Dictionary<string, string> { ["CI"] = "true" }, "register", "a/one")).Exits(5);
        Assert.Equal(["REG001"], Codes(result));
        Assert.Contains("Run harness register on your machine and commit the result.", result.Error, StringComparison.Ordinal);
        Assert.False(_folder.Exists("golden"));
    }

    [Fact]
    public async Task Register_InADamagedRegistry_IsRefusedAndLeavesItAlone()
    {
        _folder.Write(Registry, """{ "schema": 1, "claims": [{ "id": "a/one" }] }""");
        CommandResult result = (await _folder.RunAsync("register", "a/one")).Exits(5);
        Assert.StartsWith("golden/registry.json:1:27  SPEC004", result.Error, StringComparison.Ordinal);
        Assert.Equal("""{ "schema": 1, "claims": [{ "id": "a/one" }] }""", _folder.Read(Registry));
        (await _folder.RunAsync("run", "a.json")).Exits(5);
    }

    [Fact]
    public async Task Register_WithSpecsNamed_LooksOnlyThere()
    {
        _folder.Write("other/b.json", new ExperimentText("b", new ClaimText("b/one")).ToString());
        (await _folder.RunAsync("register", "b/one", "--specs", "a.json")).Exits(5);
        (await _folder.RunAsync("register", "b/one", "--specs", "other")).Exits(0);
        Assert.Equal("b/one", Assert.Single(Entries())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_OfAClaimThatIsNotWhatWasRegistered_JudgesItAndSaysSoEverywhere()
    {
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        Write(s_claim with { Comparator = ClaimText.AtLeast(0.8) }, new ClaimText("a/two"));

        CommandResult text = (await _folder.RunAsync("run", "a.json", "--out", "out", "--github", "--junit", "results.xml")).Exits(0);

        const string Caution = "NOT WHAT WAS REGISTERED: 'a/one' was registered as version 1";
        Assert.Contains("  !  " + Caution, text.Out, StringComparison.Ordinal);
        Assert.Contains("the registry does not have it. Run: harness register a/two", text.Out.ReplaceLineEndings(" ").Replace("      ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("::warning file=a.json,line=10,title=a/one v1::" + Caution, text.Error, StringComparison.Ordinal);
        Assert.All(new[] { "out/verdicts/a--one.json", "out/report.html", "results.xml" }, file => Assert.Contains("NOT WHAT WAS REGISTERED", _folder.Read(file), StringComparison.Ordinal));
        JsonNode verdict = (await _folder.RunAsync("run", "a.json", "--json")).Exits(0).Claims["a/one"];
        Assert.Equal(("supported", "changed"), (verdict["outcome"]!.GetValue<string>(), verdict["registration"]!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Run_OfAClaimAsRegistered_CarriesItsHash()
    {
        (await _folder.RunAsync("register", "a/one", "a/two")).Exits(0);
        CommandResult result = (await _folder.RunAsync("run", "a.json", "--json")).Exits(0);
        JsonNode registration = result.Claims["a/one"]["registration"]!;
        Assert.Equal("registered", registration["state"]!.GetValue<string>());
        Assert.Equal(Entries()[0]!["sha256"]!.GetValue<string>(), registration["sha256"]!.GetValue<string>());
        Assert.Empty(result.Claims["a/one"]["cautions"]!.AsArray());
        Assert.Null(result.Claims["a/watched"]["registration"]);
        Assert.DoesNotContain("warning", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutARegistry_SaysThatThereIsNone()
    {
        CommandResult result = (await _folder.RunAsync("run", "a.json", "--json")).Exits(0);
        Assert.Contains("warning: a has registered claims and no golden/registry.json", result.Error, StringComparison.Ordinal);
        Assert.Equal("no-registry", result.Claims["a/one"]["registration"]!["state"]!.GetValue<string>());
    }

    private static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow);

    private static IEnumerable<string> Codes(CommandResult result) => result.Error.Split('\n').Where(line => line.Contains("  REG", StringComparison.Ordinal)).Select(line => line.Split("  ")[1]);

    private void Write(params ClaimText[] claims) => _folder.Write("a.json", new ExperimentText("a", claims) { Data = """{ "window": 3 }""" }.ToString());

    private JsonArray Entries() => JsonNode.Parse(_folder.Read(Registry))!["claims"]!.AsArray();
}
