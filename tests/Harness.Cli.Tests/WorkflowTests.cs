using System.Diagnostics;
using Harness.Testing;

namespace Harness.Cli.Tests;

/// <summary>The scripts of the workflows, executed in a repository made for the test.</summary>
public sealed class WorkflowTests : IDisposable
{
    private const string Registry = "golden/registry.json";
    private const string First = """    { "id": "a/one", "version": 1, "date": "2026-01-02", "sha256": "aa" }""";
    private const string Second = """    { "id": "a/two", "version": 1, "date": "2026-01-02", "sha256": "bb" }""";
    private const string Third = """    { "id": "a/one", "version": 2, "date": "2026-02-03", "sha256": "cc" }""";

    private readonly Sandbox _folder = new();

    public WorkflowTests()
    {
        Directory.Delete(_folder.In(".git"));
        Directory.CreateDirectory(_folder.In(".ci"));
        File.Copy(Path.Combine(Repository.Root, ".ci", "registry-grew"), _folder.In(".ci/registry-grew"));
        Git("init", "-q");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Registry_ThatGrew_Passes()
    {
        string start = Commit(First, Second);
        Commit(First, Second, Third);
        Assert.Equal("golden/registry.json only grew: 2 entries before, 3 now.\n", (await GrewAsync(start)).Exits(0).Out);
        Assert.Equal("golden/registry.json only grew: 3 entries before, 3 now.\n", (await GrewAsync("HEAD")).Exits(0).Out);
    }

    [Theory]
    [InlineData(First, "an entry is gone")]
    [InlineData(First + "|" + Third + "|" + Second, "one was put in between")]
    [InlineData(Second + "|" + First, "another order")]
    [InlineData("""    { "id": "a/one", "version": 1, "date": "2026-01-02", "sha256": "ab" }|""" + Second, "another hash")]
    [InlineData("""    { "id": "a/one", "version": 1, "date": "2026-01-03", "sha256": "aa" }|""" + Second, "another day")]
    [InlineData("", "all are gone")]
    public async Task Registry_ThatDidMoreThanGrow_Fails(string entries, string how)
    {
        string start = Commit(First, Second);
        Commit(entries.Split('|', StringSplitOptions.RemoveEmptyEntries));
        CommandResult result = await GrewAsync(start);
        Assert.True(result.ExitCode == 1, how);
        Assert.Contains("golden/registry.json has lost or changed what was registered (<) since", result.Error, StringComparison.Ordinal);
        Assert.Matches("(?m)^< { \"id\": ", result.Error);
        Assert.Contains("register a change as a new version, with an amendments entry", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registry_ThatIsGone_Fails()
    {
        string start = Commit(First);
        File.Delete(_folder.In(Registry));
        Assert.Contains("golden/registry.json is gone.", (await GrewAsync(start)).Exits(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registry_ThatIsNew_Passes()
    {
        _folder.Write("other.txt", "");
        Git("add", "other.txt");
        string start = Commit();
        _folder.Write(Registry, Text(First));
        Assert.Equal("golden/registry.json only grew: 0 entries before, 1 now.\n", (await GrewAsync(start)).Exits(0).Out);
        Git("rm", "-q", "--cached", Registry);
        Git("commit", "-qm", "none");
        Assert.Equal("golden/registry.json is new.\n", (await GrewAsync("HEAD")).Exits(0).Out);
        Assert.Equal("There is nothing before this branch to compare with.\n", (await GrewAsync(new string('0', 40))).Exits(0).Out);
    }

    [Fact]
    public async Task Registry_ComparedWithWhatIsNotThere_Fails() => Assert.NotEqual(0, (await GrewAsync(new string('1', 40))).ExitCode);

    [Fact]
    public async Task Registry_WrittenByTheCommand_IsReadByTheScript()
    {
        _folder.Write("a.json", new ExperimentText("a", new ClaimText("a/one"), new ClaimText("a/two")) { Data = """{ "window": 3 }""" }.ToString());
        (await _folder.RunAsync("register", "a/one")).Exits(0);
        Git("add", "-A");
        Git("commit", "-qm", "one");
        (await _folder.RunAsync("register", "a/two")).Exits(0);
        Assert.Equal("golden/registry.json only grew: 1 entries before, 2 now.\n", (await GrewAsync("HEAD")).Exits(0).Out);
    }

    [Fact]
    public async Task Release_OfATag_PacksTheVerdictsOfTheRun()
    {
        _folder.Write("runs/release/a/verdicts/a--one.json", "{}").Write("TestResults/claims.junit.xml", "<testsuites/>").Write(Registry, "{}");
        (await WorkflowStep.Of(".github/workflows/release.yml", "Verdicts, in one file").RunAsync(_folder.Root, new Dictionary<string, string> { ["github.ref_name"] = "v1.2.3" })).Exits(0);
        Assert.Equal(["claims.junit.xml", "registry.json", "verdicts-v1.2.3.tar.gz"], _folder.Files("dist"));
        Directory.CreateDirectory(_folder.In("unpacked"));
        using Process tar = Process.Start("tar", ["-C", _folder.In("unpacked"), "-xzf", _folder.In("dist/verdicts-v1.2.3.tar.gz")]);
        await tar.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a/verdicts/a--one.json"], _folder.Files("unpacked"));
    }

    [Theory]
    [InlineData("nightly.yml", "run spec/experiments --tier all --no-cache --github --junit TestResults/claims.junit.xml --out runs/nightly")]
    [InlineData("pr.yml", "run spec/experiments --github --junit TestResults/claims.junit.xml --out runs/pull-request")]
    [InlineData("release.yml", "run spec/experiments --tier all --no-cache --github --junit TestResults/claims.junit.xml --out runs/release")]
    public async Task Claims_OfEachWorkflow_AreJudgedByTheseArguments(string workflow, string expected)
    {
        string line = Assert.Single(WorkflowStep.All($".github/workflows/{workflow}"), step => step.Text.Contains("Harness.Cli -- run", StringComparison.Ordinal)).Text;
        string[] arguments = line.Trim().Split(" -- ")[1].Split(' ');
        Assert.Equal(expected, string.Join(' ', arguments));
        _folder.Write("spec/experiments/a.json", new ExperimentText("a", new ClaimText("a/one")) { Data = """{ "window": 3 }""" }.ToString());
        (await _folder.RunAsync(arguments)).Exits(0);
        Assert.True(_folder.Exists("TestResults/claims.junit.xml"));
        Assert.Equal("always()", WorkflowStep.All($".github/workflows/{workflow}")[^1].If);
    }

    private Task<CommandResult> GrewAsync(string commit) => WorkflowStep.Of(".github/workflows/pr.yml", "Registry only grew").RunAsync(
        _folder.Root, new Dictionary<string, string> { ["github.event.pull_request.base.sha || github.event.before"] = commit });

    private string Commit(params string[] entries)
    {
        _folder.Write(Registry, Text(entries));
        Git("add", Registry);
        Git("commit", "-qm", "change");
        return Git("rev-parse", "HEAD").Trim();
    }

    private static string Text(params string[] entries) => $"{{\n  \"schema\": 1,\n  \"claims\": [\n{string.Join(",\n", entries)}\n  ]\n}}\n";

    private string Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
        })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
