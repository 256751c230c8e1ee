using System.Xml.Linq;

namespace Harness.Cli.Tests;

/// <summary>Every situation that a build server can meet: exit code, JUnit and annotation of each, from the built command.</summary>
public sealed class ReportingTests : IDisposable
{
    private static readonly ClaimText s_true = new("true");
    private static readonly ClaimText s_false = new("false") { Comparator = ClaimText.AtMost(0.5) };
    private static readonly ClaimText s_open = new("open") { Controls = """[{ "kind": "planted", "noise": 50 }]""" };

    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Claim_AsExpected_PassesWithoutAnnotation()
    {
        CommandResult result = (await RunAsync(s_true)).Exits(0);
        XElement test = Case();
        Assert.Equal(["system-out"], test.Elements().Select(element => element.Name.LocalName));
        Assert.Empty(Annotations(result));
    }

    [Fact]
    public async Task Claim_Opposite_IsAFailureWithTheVerdictInFull()
    {
        CommandResult result = (await RunAsync(s_false)).Exits(2);
        XElement failure = Case().Element("failure")!;
        Assert.Equal("refuted", failure.Attribute("type")!.Value);
        Assert.StartsWith("refuted (supported expected): needs ≤ 0.5: ", failure.Attribute("message")!.Value, StringComparison.Ordinal);
        foreach (string part in new[]
        {
            "false v1: refuted (supported expected)", "The opposite of what is expected was shown.", "claim     The belief can be read.", "measure   R² belief @ ln_final",
            "student-t 0.95, n = 3", "needs     ≤ 0.5", "(interval-outside)", "seeds     1: ", "nulls     untrained: ",
        })
        {
            Assert.Contains(part, failure.Value, StringComparison.Ordinal);
        }
        Assert.StartsWith("::error file=a.json,line=10,title=false v1::refuted (supported expected): needs ≤ 0.5", Assert.Single(Annotations(result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_Inconclusive_IsAFailureThatIsNotShownFalse()
    {
        CommandResult result = (await RunAsync(s_open)).Exits(3);
        XElement failure = Case().Element("failure")!;
        Assert.Equal("inconclusive", failure.Attribute("type")!.Value);
        Assert.Contains("Not shown false, and not shown true either.", failure.Value, StringComparison.Ordinal);
        Assert.Contains("✗ planted: refuted, must be supported", failure.Value, StringComparison.Ordinal);
        string annotation = Assert.Single(Annotations(result));
        Assert.StartsWith("::error file=a.json,line=10,title=open v1::inconclusive (supported expected)", annotation, StringComparison.Ordinal);
        Assert.EndsWith("Not shown to be false.", annotation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_Exploratory_IsSkippedWithItsOutcome()
    {
        CommandResult result = (await RunAsync(s_false with { Status = "exploratory" })).Exits(0);
        Assert.Equal("exploratory: refuted (supported expected)", Case().Element("skipped")!.Attribute("message")!.Value);
        Assert.StartsWith("::notice file=a.json,line=10,title=false v1::refuted", Assert.Single(Annotations(result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spec_Invalid_IsAnErrorAtItsLineForEachProblem()
    {
        _folder.Write("b.json", new ExperimentText("b", s_false) { Process = "\"mess4\"", Seeds = "[1, 1]" }.ToString());
        CommandResult result = (await RunAsync([s_true], "b.json")).Exits(5);
        XElement error = Case().Element("error")!;
        Assert.Equal(("b.json", "invalid-spec"), (Case().Attribute("name")!.Value, error.Attribute("type")!.Value));
        Assert.Contains("b.json:8:16  SPEC027  $.seeds[1]", error.Value, StringComparison.Ordinal);
        Assert.Equal(
            [
                "::error file=b.json,line=4,title=SPEC013 $.process::No process 'mess4' is known.%0ADid you mean 'mess3'?",
                "::error file=b.json,line=8,title=SPEC027 $.seeds[1]::The seed 1 stands twice.%0AEvery seed must be different: remove or change one.",
            ],
            Annotations(result));
        Assert.Contains("## Claims — nothing was judged\n\n- `b.json:4` SPEC013 No process 'mess4' is known.", _folder.Read("summary.md"), StringComparison.Ordinal);
        Assert.False(_folder.Exists("runs"));
    }

    [Fact]
    public async Task Command_ThatCrashes_IsAnErrorWithItsStack()
    {
        CommandResult result = (await CrashAsync(s_true)).Exits(1);
        XElement error = Case().Element("error")!;
        Assert.Equal(("harness run", "crash"), (Case().Attribute("name")!.Value, error.Attribute("type")!.Value));
        Assert.Contains("   at ", error.Value, StringComparison.Ordinal);
        Assert.StartsWith("::error title=harness::System.IO.", Assert.Single(Annotations(result)), StringComparison.Ordinal);
        Assert.Contains("This is a bug in Harness", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selection_OfNothing_IsAnErrorAndNoTest()
    {
        CommandResult result = (await RunAsync([s_true], "--claim", "elsewhere")).Exits(8);
        Assert.Equal("::error title=harness::The selection matched no claim: nothing was run.", Assert.Single(Annotations(result)));
        Assert.False(_folder.Exists("results.xml"));
    }

    // 1 before 5 before 8 before 2 before 3; a selection that matches nothing judges nothing, so that 8 meets neither 2 nor 3.
    [Fact]
    public async Task Codes_SeveralAtOnce_TheFirstOfTheOrderWins()
    {
        (await CrashAsync(s_false, s_open)).Exits(1);
        _folder.Write("b.json", "{}");
        (await RunAsync([s_false, s_open], "b.json")).Exits(5);
        (await RunAsync([s_false, s_open], "b.json", "--claim", "elsewhere")).Exits(5);
        (await RunAsync([s_false, s_open], "--claim", "elsewhere")).Exits(8);
        (await RunAsync(s_open, s_false, s_true)).Exits(2);
        (await RunAsync(s_open, s_true)).Exits(3);
    }

    [Fact]
    public async Task Statement_ThatXmlCannotHold_IsReportedAllTheSame()
    {
        (await RunAsync(s_false with { Statement = "A bell \\u0007 and <tags> & \\uD83D\\uDE00." })).Exits(2);
        Assert.Contains("A bell \uFFFD and <tags> & \U0001F600.", Case().Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_ThatIsAlmostFull_StaysBelowItsLimit()
    {
        _folder.Write("summary.md", new string('x', 899_500) + "\n");
        CommandResult result = (await RunAsync(s_false)).Exits(2);
        string summary = _folder.Read("summary.md");
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(summary) < 1_024_000);
        Assert.Contains("1 opposite", summary, StringComparison.Ordinal);
        Assert.Contains("_1 claim left out to stay below the size limit of a summary", summary, StringComparison.Ordinal);
        Assert.Single(Annotations(result));
    }

    [Fact]
    public async Task Claim_Waived_PassesWithALoudWarning()
    {
        CommandResult result = (await RunAsync(s_false with { Waived = """{ "until": "9999-12-31", "by": "somebody", "why": "a known fault" }""" })).Exits(0);
        Assert.Null(Case().Element("failure"));
        Assert.Contains("WAIVED until 9999-12-31 by somebody: a known fault", Case().Element("system-out")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("::warning file=a.json,line=10,title=false v1::WAIVED until 9999-12-31 by somebody", Assert.Single(Annotations(result)), StringComparison.Ordinal);
        Assert.Contains("\n| ⚠ false v1 | **refuted** (supported) — needs ≤ 0.5", _folder.Read("summary.md"), StringComparison.Ordinal);
        Assert.Contains("  !  WAIVED until 9999-12-31 by somebody: a known fault\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_WithAWaiverThatExpired_Fails()
    {
        CommandResult result = (await RunAsync(s_false with { Waived = """{ "until": "2001-01-01", "by": "somebody", "why": "a known fault" }""" })).Exits(2);
        Assert.Equal("refuted", Case().Element("failure")!.Attribute("type")!.Value);
        Assert.Equal(["::error", "::warning"], Annotations(result).Select(annotation => annotation.Split(' ')[0]));
    }

    private Task<CommandResult> RunAsync(params ClaimText[] claims) => RunAsync(claims, []);

    private Task<CommandResult> RunAsync(ClaimText[] claims, params string[] more)
    {
        _folder.Write("a.json", new ExperimentText("a", claims) { Data = """{ "window": 3 }""" }.ToString());
        return HandedAsync([], ["a.json", .. more]);
    }

    // Networks that train take a slot in the folder for temporary files; here that is a file.
    private Task<CommandResult> CrashAsync(params ClaimText[] claims)
    {
        _folder.Write("a.json", new ExperimentText("a", claims) { Data = """{ "window": 3 }""" }.ToString())
            .Write("c.json", TrainedRuns.Experiment.ToString()).Write("taken", "");
        return HandedAsync(new() { ["TMPDIR"] = _folder.In("taken") }, ["a.json", "c.json"]);
    }

    private Task<CommandResult> HandedAsync(Dictionary<string, string> environment, string[] arguments) => _folder.RunAsync(
        new Dictionary<string, string>(environment) { ["GITHUB_STEP_SUMMARY"] = _folder.In("summary.md") },
        ["run", .. arguments, "--github", "--junit", "results.xml"]);

    private XElement Case() => Assert.Single(XDocument.Load(_folder.In("results.xml")).Descendants("testcase"));

    private static string[] Annotations(CommandResult result) => [.. result.Error.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal))];
}
