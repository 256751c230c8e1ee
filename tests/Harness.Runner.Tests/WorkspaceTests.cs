using Harness.Testing;

namespace Harness.Runner.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Root_InsideARepository_IsTheNearestFolderWithGit()
    {
        Directory.CreateDirectory(_folder.In(".git"));
        Directory.CreateDirectory(_folder.In("deep/inner/.git"));
        Directory.CreateDirectory(_folder.In("deep/inner/spec"));
        Assert.Equal(_folder.Root, At("deep").Root);
        Assert.Equal(_folder.In("deep/inner"), At("deep/inner/spec").Root);
    }

    [Fact]
    public void Root_OfAWorktree_IsTheFolderWithTheGitFile()
    {
        Directory.CreateDirectory(_folder.In("tree/spec"));
        File.WriteAllText(_folder.In("tree/.git"), "gitdir: elsewhere");
        Assert.Equal(_folder.In("tree"), At("tree/spec").Root);
    }

    [Fact]
    public void Cache_OfAWorkspace_LiesUnderItsRuns()
    {
        Directory.CreateDirectory(_folder.In(".git"));
        Assert.Equal((_folder.In("runs"), Path.Combine(_folder.In("runs"), ".cache")), (At("spec").Runs, At("spec").Cache));
    }

    [Fact]
    public void Shown_OfPaths_IsRelativeInsideAndWholeOutside()
    {
        Assert.Equal("runs/a/report.html", At("").Shown(_folder.In("runs/a/report.html")));
        Assert.Equal(_folder.In("other/b"), At("here").Shown(_folder.In("other/b")));
    }

    private Workspace At(string relative) => new(Path.TrimEndingDirectorySeparator(_folder.In(relative)), Repository.Processes);
}
