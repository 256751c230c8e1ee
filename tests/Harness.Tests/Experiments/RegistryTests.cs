using System.Text;
using Harness.Experiments;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class RegistryTests
{
    private static readonly string s_sha = new('a', 64);
    private static readonly Registry s_two = Registry.Empty.With([new("a/claim", 1, "2026-01-02", s_sha), new("a/claim", 2, "2026-02-03", s_sha)]);

    [Fact]
    public void Write_OfARegistry_HasALineForEachEntry()
    {
        string sha = s_sha;
        Assert.Equal(
            $$"""
            {
              "schema": 1,
              "claims": [
                { "id": "a/claim", "version": 1, "date": "2026-01-02", "sha256": "{{sha}}" },
                { "id": "a/claim", "version": 2, "date": "2026-02-03", "sha256": "{{sha}}" }
              ]
            }

            """.ReplaceLineEndings("\n"), s_two.Write(Registered.Format));
    }

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        Registry read = Read(s_two.Write(Registered.Format), out List<Problem> problems)!;
        Assert.Empty(problems);
        Assert.Equal(s_two.Claims, read.Claims);
    }

    [Fact]
    public void Find_OfAVersion_IsThatOne()
    {
        Assert.Equal("2026-01-02", s_two.Find("a/claim", 1)!.Date);
        Assert.Null(s_two.Find("a/claim", 3));
        Assert.Null(s_two.Find("a/Claim", 1));
        Assert.Equal(2, s_two.Latest("a/claim")!.Version);
        Assert.Null(s_two.Latest("b/claim"));
    }

    [Fact]
    public void Read_OfADamagedFile_ReportsEverythingAtItsPlace()
    {
        string twice = $$"""{ "id": "a", "version": 1, "date": "2026-01-02", "sha256": "{{s_sha}}" }""";
        Assert.Null(Read($$"""
            { "schema": 2, "claims": [
              {{twice}},
              {{twice.Replace("02", "03", StringComparison.Ordinal)}},
              { "id": "b", "version": 1, "date": "2.1.2026", "sha256": "abc" },
              { "id": "c", "version": 1, "date": "2026-01-02" } ] }
            """, out List<Problem> problems));
        Assert.Contains(problems, problem => problem is { Line: 5, Path: "$.claims[3]" } && problem.Finding.What.Contains("'sha256' is missing", StringComparison.Ordinal));

        Assert.Null(Read($$"""
            { "schema": 2, "claims": [
              {{twice}},
              {{twice.Replace("02", "03", StringComparison.Ordinal)}},
              { "id": "b", "version": 1, "date": "2.1.2026", "sha256": "abc" } ] }
            """, out problems));
        Assert.Equal(["$.schema", "$.claims[1]", "$.claims[2].date", "$.claims[2].sha256"], problems.Select(problem => problem.Path));
    }

    private static Registry? Read(string text, out List<Problem> problems)
    {
        problems = [];
        return Registry.Read(Scope.Root("golden/registry.json", SourceText.Parse("golden/registry.json", Encoding.UTF8.GetBytes(text), problems), problems), Registered.Format);
    }
}
