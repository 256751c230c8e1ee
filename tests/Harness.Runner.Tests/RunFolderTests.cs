using Harness.Specs;

namespace Harness.Runner.Tests;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DefaultName_OfAnExperiment_IsItsIdAndAHashOfTheResolvedSpec()
    {
        string name = Name(Plans.Tiny);
        Assert.Matches("^tiny-[0-9a-f]{8}$", name);
        Assert.Equal(name, Name(Plans.Tiny.Replace("\"dMlp\": 16", "\"dMlp\": 16, \"activation\": \"relu\"", StringComparison.Ordinal)));
        Assert.NotEqual(name, Name(Plans.Tiny.Replace("It learns.", "It does learn.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mess3/loss", "mess3--loss")]
    [InlineData("a/b/c", "a--b--c")]
    [InlineData("plain", "plain")]
    public void FileName_OfAClaim_HasNoSlash(string claim, string name) => Assert.Equal(name, RunFolder.FileName(claim));

    [Fact]
    public void IsOurs_OfFolders_TellsOursFromOthers()
    {
        Directory.CreateDirectory(_folder.In("empty"));
        Directory.CreateDirectory(_folder.In("mine"));
        File.WriteAllText(_folder.In("mine/notes.txt"), "");
        RunFolder.Claim(_folder.In("run"));
        File.WriteAllText(_folder.In("run/more.txt"), "");
        Assert.Equal([true, true, false, true], new[] { "absent", "empty", "mine", "run" }.Select(name => RunFolder.IsOurs(_folder.In(name))));
    }

    [Fact]
    public void Read_OfAFolderWithoutARun_IsNull() => Assert.Null(RunFolder.Read(_folder.Root));

    private string Name(string json)
    {
        SpecFormat format = Plans.Workspace(_folder).Format;
        return RunFolder.DefaultName(Plans.Of(json, _folder), format);
    }
}
