using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class SpecDiscoveryTests : IDisposable
{
    private const string Process = """{ "$schema": "../schema/process.schema.json" }""";
    private const string Experiment = """{ "$schema": "../../schema/experiment.schema.json" }""";

    private readonly TemporaryFolder _folder = new();
    private readonly List<Problem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_AFolder_RecursesInOrdinalOrderWithoutSchemas()
    {
        _folder.Write("spec/processes/b.json", Process);
        _folder.Write("spec/processes/B.json", Process);
        _folder.Write("spec/experiments/deep/a.json", Experiment);
        _folder.Write("spec/schema/process.schema.json", "{}");
        _folder.Write("spec/scripts/family.fsx", "1");
        _folder.Write("spec/families/c.json", """{ "$schema": "../schema/family.schema.json" }""");

        Assert.Equal(
            ["spec/experiments/deep/a.json Experiment", "spec/families/c.json Family", "spec/processes/B.json Process", "spec/processes/b.json Process"],
            Find("spec").Select(spec => $"{spec.Root.File} {spec.Kind}"));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Find_AFolderWithRuns_PassesThemOver()
    {
        _folder.Write("a.json", Experiment);
        _folder.Write("runs/a-1234/.harness-run", "");
        _folder.Write("runs/a-1234/spec.json", Experiment);
        _folder.Write("runs/a-1234/replicates/1.json", "{}");

        Assert.Equal("a.json", Assert.Single(Find(".")).Root.File);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Find_ARunFolderByName_ReadsItsSpec()
    {
        _folder.Write("run/.harness-run", "");
        _folder.Write("run/spec.json", Experiment);

        Assert.Single(Find("run"));
        Assert.Single(Find("run/spec.json"));
    }

    [Fact]
    public void Find_TheSameFileTwice_GivesItOnce()
    {
        string path = _folder.Write("spec/a.json", Process);

        SpecFile found = Assert.Single(Find("spec", "spec/a.json", path, "spec/../spec/"));
        Assert.Equal((path, _folder.In("spec")), (found.Path, found.Folder));
    }

    [Fact]
    public void Find_AMissingPath_IsAProblem()
    {
        Assert.Empty(Find("nowhere/x.json"));
        Assert.Equal("""
            nowhere/x.json:0:0  SPEC010  $
              'nowhere/x.json' does not exist.
              Check the path; it is relative to the current folder.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_AFileOfAnotherKind_IsAProblem()
    {
        _folder.Write("family.txt", "1");

        Assert.Empty(Find("family.txt"));
        Assert.Equal("""
            family.txt:0:0  SPEC041  $
              'family.txt' is not a spec: specs are .json files.
              Give a .json file or a folder of them.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_AScript_IsAProblemThatSaysHowItIsRun()
    {
        _folder.Write("family.fsx", "1");

        Assert.Empty(Find("family.fsx"));
        Assert.Equal("""
            family.fsx:0:0  SPEC090  $
              'family.fsx' is a script: what it makes is known only by running its code, which is not done here.
              Run it on purpose: harness run family.fsx --dry-run evaluates it and checks its experiments. What a script saves as JSON is a spec.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_FilesWithoutAKnownSchema_AreProblems()
    {
        _folder.Write("a.json", "{ }");
        _folder.Write("b.json", "{\n  \"$schema\": \"https://example.org/other.json\" }");
        _folder.Write("c.json", "{");

        Assert.Empty(Find("."));
        Assert.Equal("""
            a.json:1:1  SPEC011  $.$schema
              The file does not say what it is: '$schema' is missing.
              Write "$schema": "../schema/process.schema.json" for a process, "../schema/experiment.schema.json" for an experiment, or "../schema/family.schema.json" for a family.
            b.json:2:14  SPEC011  $.$schema
              'https://example.org/other.json' is not a schema of Harness.
              Write "$schema": "../schema/process.schema.json" for a process, "../schema/experiment.schema.json" for an experiment, or "../schema/family.schema.json" for a family.
            """, string.Join("\n", _problems.Take(2)));
        Assert.Equal("c.json:1:2 SPEC001", $"{_problems[2].File}:{_problems[2].Line}:{_problems[2].Column} {_problems[2].Finding.Code}");
    }

    [Fact]
    public void Find_AFolderWithoutSpecs_GivesNothingAndNoProblem()
    {
        Directory.CreateDirectory(_folder.In("empty"));

        Assert.Empty(Find("empty"));
        Assert.Empty(_problems);
    }

    private IReadOnlyList<SpecFile> Find(params string[] paths) => SpecDiscovery.Find(paths, _folder.Root, _problems);
}
