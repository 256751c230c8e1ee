namespace Harness.Cli.Tests;

/// <summary>The exit codes that scripts rely on, from the built command.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private static readonly ClaimText s_true = new("true");
    private static readonly ClaimText s_false = new("false") { Comparator = ClaimText.AtMost(0.5) };
    private static readonly ClaimText s_open = new("open") { Controls = """[{ "kind": "planted", "noise": 50 }]""" };

    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_EverythingAsExpected_Exits0() => (await RunAsync(s_true, s_false with { Expect = "refuted" })).Exits(0);

    [Fact]
    public async Task Run_RegisteredClaimOpposite_Exits2() => (await RunAsync(s_true, s_false)).Exits(2);

    [Fact]
    public async Task Run_ExpectedToBeRefutedButSupported_Exits2() => (await RunAsync(s_true with { Expect = "refuted" })).Exits(2);

    [Fact]
    public async Task Run_RegisteredClaimInconclusive_Exits3() => (await RunAsync(s_true, s_open)).Exits(3);

    [Fact]
    public async Task Run_OppositeAndInconclusive_Exits2() => (await RunAsync(s_open, s_false)).Exits(2);

    [Fact]
    public async Task Run_ExploratoryClaims_NeverFail() =>
        (await RunAsync(s_false with { Status = "exploratory" }, s_open with { Status = "exploratory" }, s_true)).Exits(0);

    [Fact]
    public async Task Run_RetiredClaims_AreNotRun() => (await RunAsync(s_false with { Status = "retired" })).Exits(8);

    [Fact]
    public async Task Run_ClaimThatIsNowhere_Exits8AndSaysSo()
    {
        CommandResult result = (await RunAsync([s_true], "--claim", "other")).Exits(8);
        Assert.Equal("warning: no experiment here has the claim 'other'.\nThe selection matched no claim: nothing was run.\n", result.Error);
        Assert.False(_folder.Exists("runs"));
    }

    [Fact]
    public async Task Run_InvalidAndNothingSelected_Exits5() => (await RunAsync([s_true, s_true], "--claim", "other")).Exits(5);

    [Fact]
    public async Task Run_FolderWithoutSpecs_Exits8()
    {
        Directory.CreateDirectory(_folder.In("empty"));
        (await _folder.RunAsync("run", "empty")).Exits(8);
        (await _folder.RunAsync("validate", "empty")).Exits(8);
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("jump")]
    [InlineData("theory", "rrxor", "--fast")]
    [InlineData("run", "a.json", "--jobs", "many")]
    public async Task Arguments_ThatCannotBeUnderstood_Exit5WithoutStackTrace(params string[] arguments)
    {
        CommandResult result = (await _folder.RunAsync(arguments)).Exits(5);
        Assert.EndsWith("Run it with --help to see what it takes.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task Version_AskedFor_IsPrinted()
    {
        CommandResult result = (await _folder.RunAsync("--version")).Exits(0);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", result.Out);
        Assert.Empty(result.Error);
    }

    private Task<CommandResult> RunAsync(params ClaimText[] claims) => RunAsync(claims, []);

    private Task<CommandResult> RunAsync(ClaimText[] claims, params string[] options) =>
        _folder.Write("a.json", new ExperimentText("a", claims) { Data = """{ "window": 3 }""" }.ToString()).RunAsync(["run", "a.json", .. options]);
}
