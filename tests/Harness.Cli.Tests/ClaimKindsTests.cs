using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>Comparators, intervals, preconditions, controls, corrections and waivers, from JSON to the verdict, through the built command.</summary>
public sealed class ClaimKindsTests : IDisposable
{
    private const string Order = """{ "kind": "order-statistics" }""";
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Claims_OfEveryKind_AreJudged()
    {
        const string trend = """{ "kind": "increases-with", "locations": ["hook_embed", "blocks.*.hook_resid_post", "ln_final"], "threshold": 0.3 }""";
        CommandResult result = (await RunAsync(new ExperimentText(
            "kinds",
            new ClaimText("within") { Comparator = """{ "kind": "within", "low": 0.9, "high": 1 }""" },
            new ClaimText("outside") { Comparator = """{ "kind": "within", "low": 0.2, "high": 0.5, "margin": 0.1 }""", Expect = "refuted" },
            new ClaimText("trend") { Comparator = trend, Interval = Order },
            new ClaimText("near-one") { Interval = """{ "kind": "log-error-t" }""", Preconditions = """[{ "kind": "finite" }, { "kind": "not-saturated" }]""" },
            new ClaimText("median") { Interval = Order },
            new ClaimText("half") { Interval = """{ "kind": "proportion", "share": 0.5 }""" },
            new ClaimText("rivals")
            {
                Comparator = """
                    { "kind": "exceeds", "margin": 0.2, "nulls": ["rival", "best-null"], "controls": ["time-shifted"],
                      "measures": { "the embedding": { "kind": "affine-probe", "location": "hook_embed" } } }
                    """,
                Interval = """{ "kind": "paired-t" }""",
                Controls = """
                    [{ "kind": "planted" }, { "kind": "shuffled" }, { "kind": "permuted" }, { "kind": "planted-nominal" }, { "kind": "planted-predictor" }, { "kind": "rival" }, { "kind": "time-shifted" }]
                    """,
            },
            new ClaimText("many") { Status = "exploratory", Interval = """{ "kind": "bootstrap" }""" })
        {
            Process = "\"rrxor\"",
            Data = """{ "window": 8 }""",
            Seeds = "[1, 2, 3, 4, 5, 6]",
        })).Exits(0);

        JsonNode rivals = result.Claims["rivals"];
        Assert.Equal(["rival", "best-null", "the embedding", "control:time-shifted"], rivals["comparisons"]!.AsArray().Select(comparison => comparison!["rival"]!.GetValue<string>()));
        Assert.Equal(7, rivals["controls"]!.AsArray().Count);
        Assert.All(rivals["controls"]!.AsArray().TakeLast(2), control => Assert.InRange(control!["ceiling"]!.GetValue<double>(), 0.2, 0.6));
        Assert.Equal("replicates", result.Claims["many"]["reason"]!["code"]!.GetValue<string>());
        Assert.Contains("decided at 2.5 % on one side", result.Claims["half"]["reason"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode interval = result.Claims["near-one"]["interval"]!;
        Assert.Equal((0.025, "1 − geometric mean of 1 − value"), (interval["oneSidedLevel"]!.GetValue<double>(), interval["estimand"]!.GetValue<string>()));
        Assert.Null(result.Claims["median"]["interval"]!["model"]);
    }

    // Six of six is 1/64: enough for one claim at 2.5 %, and not for one of two.
    [Fact]
    public async Task Correction_AskedFor_ShowsBothNumbersAndMayDecideOtherwise()
    {
        ExperimentText two = new("two", new ClaimText("a") { Interval = Order }, new ClaimText("b") { Interval = Order }) { Seeds = "[1, 2, 3, 4, 5, 6]" };

        CommandResult plain = (await RunAsync(two)).Exits(0), corrected = (await RunAsync(two with { Correction = "holm" })).Exits(3);

        Assert.Null(plain.Claims["a"]["corrected"]);
        Assert.Equal("correction:holm", corrected.Claims["a"]["reason"]!["code"]!.GetValue<string>());
        Assert.Equal(1 / 64.0, corrected.Claims["a"]["corrected"]!["raw"]!.GetValue<double>(), 1e-6);
        Assert.Equal(2 / 64.0, corrected.Claims["a"]["corrected"]!["adjusted"]!.GetValue<double>(), 1e-6);
    }

    [Theory]
    [InlineData("2999-12-31", 0, "WAIVED until 2999-12-31 by us: known")]
    [InlineData("2001-01-01", 2, "the waiver by us expired after 2001-01-01")]
    public async Task Waiver_OfAFailure_HoldsUntilItsDate(string until, int exitCode, string caution)
    {
        ClaimText claim = new("false") { Comparator = ClaimText.AtMost(0.5), Waived = $$"""{ "until": "{{until}}", "by": "us", "why": "known" }""" };

        JsonNode verdict = (await RunAsync(new ExperimentText("waived", claim))).Exits(exitCode).Claims["false"];

        Assert.Equal(("refuted", caution), (verdict["outcome"]!.GetValue<string>(), verdict["cautions"]![0]!.GetValue<string>()));
    }

    private Task<CommandResult> RunAsync(ExperimentText experiment)
    {
        _folder.Write("a.json", experiment.ToString());
        return _folder.RunAsync("run", "a.json", "--json", "--no-cache");
    }
}
