using System.Text.RegularExpressions;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

public sealed class ProjectFileTests
{
    private static IEnumerable<(string Path, string Text)> Projects => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.?sproj", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .Select(file => (Repository.Relative(file), File.ReadAllText(file)));

    [Fact]
    public void Projects_Each_LeaveVersionsToTheCentralFile() => Offenders.AreNone(
        from project in Projects
        where Regex.IsMatch(project.Text, @"\bVersion(Override)?\s*=|<Version>")
        select project.Path);

    [Fact]
    public void Projects_Each_AreInTheSolution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Harness.sln")).Replace('\\', '/');
        Offenders.AreNone(Projects.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => project.Path));
    }

    [Fact]
    public void Projects_Each_HaveALockFile() => Offenders.AreNone(Projects
        .Where(project => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project.Path)!, "packages.lock.json")))
        .Select(project => project.Path));

    [Fact]
    public void TorchSharp_IsReferenced_ByOneProjectOnly() =>
        Assert.Equal(["src/Harness.Torch/Harness.Torch.csproj"], Projects.Where(project => project.Text.Contains("Include=\"TorchSharp", StringComparison.Ordinal)).Select(project => project.Path));

    [Fact]
    public void Core_References_NoHostAndNoTensor() => Offenders.AreNone(
        from project in Projects
        where project.Path == "src/Harness/Harness.csproj"
        from Match reference in Regex.Matches(project.Text, "(Project|Package)Reference Include=\"([^\"]+)\"")
        where reference.Groups[1].Value == "Project" || Regex.IsMatch(reference.Groups[2].Value, "^(Microsoft\\.Extensions|TorchSharp|Spectre|System\\.CommandLine)")
        select reference.Groups[2].Value);
}
