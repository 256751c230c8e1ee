using System.ComponentModel;
using System.Diagnostics;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

public sealed class GoldenFilesTests
{
    private static GoldenFolder Folder => new(Repository.Golden, (_, _) => { }, (_, _) => { });

    [Fact]
    public void Goldens_OfThisModule_AreAllClaimed() => Offenders.AreNone(GoldenClaims.Faults(
        "Harness.Tests", GoldenClaims.Of(typeof(GoldenFilesTests).Assembly), Folder.Accepted));

    [Fact]
    public void Folders_OfGoldens_EachHaveAnOwner() => Offenders.AreNone(Folder.Accepted
        .Where(file => !GoldenClaims.Owners.ContainsKey(file.Split('/')[0]))
        .Select(file => $"golden/{file}: no test module owns its folder; add it to {nameof(GoldenClaims)}.{nameof(GoldenClaims.Owners)}"));

    [Fact]
    public void Files_InGolden_AreAcceptedOnesOrRecords() => Offenders.AreNone(Committed("golden")
        .Where(file => !file.Contains(".verified.", StringComparison.Ordinal) && !GoldenClaims.Records.Contains(file["golden/".Length..])));

    [Theory]
    [InlineData(".gitignore", "*.received.*")]
    [InlineData(".gitattributes", "*.verified.* text eol=lf")]
    public void Settings_ForSnapshots_AreThere(string file, string line) =>
        Assert.Contains(line, File.ReadAllLines(Path.Combine(Repository.Root, file)));

    // What git tracks; where git cannot say, what is there.
    private static string[] Committed(string folder)
    {
        string root = Path.Combine(Repository.Root, folder);
        return Tracked(folder) ?? (Directory.Exists(root) ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(Repository.Relative)] : []);
    }

    private static string[]? Tracked(string folder)
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--", folder])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            string listed = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? listed.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
