using Harness.Experiments;
using Harness.Specs;

namespace Harness.Runner.Tests;

/// <summary>Which registry a spec belongs to.</summary>
public sealed class RegistryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Problem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Registry_Nearest_IsTaken()
    {
        Make(".git", "golden", "lab/golden", "lab/specs");
        Write("golden/registry.json");
        Write("lab/golden/registry.json");
        Assert.Equal("lab/golden/registry.json", Found("lab/specs/a.json", ""));
        Assert.Equal("golden/registry.json", Found("a.json", ""));
    }

    [Fact]
    public void Registry_OfAnotherRepositoryAround_IsNotTaken()
    {
        Make("golden", "inner/.git", "inner/specs");
        Write("golden/registry.json");
        Assert.Equal("inner/golden/registry.json", Found("inner/specs/a.json", ""));
    }

    [Theory]
    [InlineData("", "golden/registry.json")]
    [InlineData("lab", "lab/golden/registry.json")]
    [InlineData("other", "lab/specs/golden/registry.json")]
    public void Registry_NotThereYet_StandsInTheCurrentFolderOrBesideTheSpec(string currentFolder, string expected)
    {
        Make("lab/specs", "other");
        Assert.Equal(expected, Found("lab/specs/a.json", currentFolder));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Registry_NotThereYet_StandsAtTheTopOfTheRepository()
    {
        Make(".git", "lab/specs");
        Assert.Equal("golden/registry.json", Found("lab/specs/a.json", "lab"));
    }

    [Fact]
    public void Write_OfANewRegistry_MakesItsFolderAndIsReadBack()
    {
        RegistryFile file = Of("a.json", "");
        Assert.False(file.Exists);
        file.Write(file.Registry.With([new RegistryEntry("a", 1, "2026-01-02", new string('a', 64))]), new SpecFormat());
        Assert.True(Of("a.json", "").Exists);
        Assert.Equal("a", Assert.Single(Of("a.json", "").Registry.Claims).Id);
        Assert.Equal(["registry.json"], Directory.EnumerateFiles(Path.Combine(_folder.Root, "golden")).Select(Path.GetFileName));
    }

    [Fact]
    public void Registry_Damaged_IsReportedAsThePersonWouldWriteIt()
    {
        Make("golden");
        File.WriteAllText(Path.Combine(_folder.Root, "golden", "registry.json"), """{ "schema": 1 }""");
        Of("a.json", "");
        Assert.Equal("golden/registry.json", Assert.Single(_problems).File);
    }

    private void Make(params string[] folders) => Array.ForEach(folders, folder => Directory.CreateDirectory(Path.Combine(_folder.Root, folder)));

    private void Write(string path) => File.WriteAllText(Path.Combine(_folder.Root, path), Registry.Empty.Write(new SpecFormat()));

    private RegistryFile Of(string spec, string currentFolder) => RegistryFile.Of(
        Path.Combine(_folder.Root, spec), new Workspace(Path.TrimEndingDirectorySeparator(Path.Combine(_folder.Root, currentFolder)), "none"), _problems);

    private string Found(string spec, string currentFolder) => Path.GetRelativePath(_folder.Root, Of(spec, currentFolder).Path);
}
