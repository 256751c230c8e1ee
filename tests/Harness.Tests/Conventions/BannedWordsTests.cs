using System.Text.RegularExpressions;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>No promise instead of code, and no test that does not run.</summary>
public sealed class BannedWordsTests
{
    // Put together here, so that this file does not contain what it looks for.
    private static readonly string[] s_banned =
    [
        @"\bTO" + @"DO\b", @"\bFIX" + @"ME\b", @"\bHA" + @"CK\b", @"\bX" + @"XX\b", @"\bSkip" + @"\s*=", "NotImplemented" + "Exception",
    ];

    [Fact]
    public void Files_Each_KeepNoPromises() => Offenders.AreNone(
        from path in new[] { "src", "tests", "spec", ".github", ".ci" }.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Select(Repository.Relative)
        where Regex.IsMatch(path, @"\.(cs|fs|fsx|csproj|fsproj|props|targets|json|yml|md)$|^\.ci/") && !Regex.IsMatch(path, "/(bin|obj)/|packages.lock.json$")
        from found in Found(File.ReadAllText(Path.Combine(Repository.Root, path)))
        select $"{path}: {found}");

    [Fact]
    public void Search_ForPromises_FindsThem() => Assert.Equal(2, Found("// TO" + "DO later\n[Fact(Skip" + " = \"flaky\")]").Count());

    private static IEnumerable<string> Found(string text) => s_banned.SelectMany(pattern => Regex.Matches(text, pattern)).Select(match => match.Value);
}
