using System.Text.RegularExpressions;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>A check whose failure is swallowed is no check.</summary>
public sealed partial class WorkflowTests
{
    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Repository.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
        .Select(Repository.Relative)
        .Where(path => !Skipped().IsMatch(path))
        .Where(path => path.StartsWith(".github/workflows/", StringComparison.Ordinal) || path.StartsWith(".github/actions/", StringComparison.Ordinal) || path.StartsWith(".ci/", StringComparison.Ordinal) || path.EndsWith(".sh", StringComparison.Ordinal));

    [Fact]
    public void Scripts_Each_LetFailuresThrough() => Offenders.AreNone(
        from path in Scripts
        from line in File.ReadLines(Path.Combine(Repository.Root, path))
        where Swallows().IsMatch(line)
        select $"{path}: {line.Trim()}");

    [Fact]
    public void ShellScripts_Each_StopAtTheFirstFailure() => Offenders.AreNone(Scripts
        .Where(path => !path.EndsWith(".yml", StringComparison.Ordinal))
        .Where(path => !File.ReadAllText(Path.Combine(Repository.Root, path)).Contains("set -euo pipefail", StringComparison.Ordinal)));

    [Fact]
    public void Actions_Each_ArePinnedByMajorVersion() => Offenders.AreNone(
        from path in Scripts
        where path.EndsWith(".yml", StringComparison.Ordinal)
        from line in File.ReadLines(Path.Combine(Repository.Root, path))
        where line.Contains("uses:", StringComparison.Ordinal) && !Pinned().IsMatch(line)
        select $"{path}: {line.Trim()}");

    [Fact]
    public void Scripts_OfThisRepository_AreFound()
    {
        string[] here = [".ci/registry-grew", ".ci/run", ".github/actions/verify/action.yml", ".github/workflows/nightly.yml", ".github/workflows/pr.yml", ".github/workflows/release.yml"];
        Assert.Empty(here.Except(Scripts));
    }

    [Theory]
    [InlineData("dotnet test || true")]
    [InlineData("dotnet test || :")]
    [InlineData("dotnet test ||  exit 0")]
    [InlineData("  continue-on-error: true")]
    [InlineData("set +e")]
    [InlineData("dotnet test; true")]
    public void Search_ForSwallowedFailures_FindsThem(string line) => Assert.Matches(Swallows(), line);

    [GeneratedRegex(@"\|\|\s*(true|:|exit 0)|continue-on-error|set \+e|;\s*true\s*$")]
    private static partial Regex Swallows();

    [GeneratedRegex(@"uses: [\w./-]+@v\d+\s*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(^|/)(\.git|bin|obj|runs|TestResults)/")]
    private static partial Regex Skipped();
}
