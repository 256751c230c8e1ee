using Harness.Claims;
using Harness.Reports.Text;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Reports.Text;

public sealed class GitHubAnnotationsTests
{
    private static readonly Dictionary<string, ClaimPosition> Places = new() { ["a/b"] = new ClaimPosition("spec/a,b:c.json", 12) };

    [Fact]
    public void Write_Opposite_IsAnErrorOnTheClaimsLineEscaped()
    {
        string line = GitHubAnnotations.Write([SampleVerdict.Of("a/b", Outcome.Refuted, reason: "50% of it\nor less")], Places);
        Assert.Equal("::error file=spec/a%2Cb%3Ac.json,line=12,title=a/b v2::refuted (supported expected): 50%25 of it%0Aor less\n", line);
    }

    [Fact]
    public void Write_Inconclusive_SaysItIsNotShownFalse() =>
        Assert.Contains(": why. Not shown to be false.", GitHubAnnotations.Write([SampleVerdict.Of("a/b", Outcome.Inconclusive, reason: "why")], Places), StringComparison.Ordinal);

    [Fact]
    public void Write_Exploratory_IsANotice() =>
        Assert.StartsWith("::notice title=c v2::refuted", GitHubAnnotations.Write([SampleVerdict.Of("c", Outcome.Refuted, status: ClaimStatus.Exploratory)], Places), StringComparison.Ordinal);

    [Fact]
    public void Write_OfARunWithoutVerdicts_IsAnErrorAtEachProblem()
    {
        Problem[] problems = [new("a,b.json", 7, 3, "$.seeds[1]", new Finding("SPEC027", "Twice.", "Once.")), new("gone.json", 0, 0, "$", new Finding("SPEC010", "Gone.", "Look."))];
        Assert.Equal(
            "::error file=a%2Cb.json,line=7,title=SPEC027 $.seeds[1]::Twice.%0AOnce.\n::error title=SPEC010 $::Gone.%0ALook.\n",
            GitHubAnnotations.Write(RunFailure.Of(new SpecException(problems))));
        Assert.Equal("::error title=harness::The selection matched no claim: nothing was run.\n", GitHubAnnotations.Write(RunFailure.NothingSelected));
    }

    [Fact]
    public void Write_FailureWithCautions_HasBoth() =>
        Assert.Equal(["::error", "::warning"], GitHubAnnotations.Write([SampleVerdict.Of("a/b", Outcome.Refuted) with { Cautions = ["why"] }], Places)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));

    [Fact]
    public void Write_AsExpected_OnlyWarnsOfCautions()
    {
        Assert.Empty(GitHubAnnotations.Write([SampleVerdict.Of("a/b", Outcome.Supported)], Places));
        Assert.StartsWith("::warning file=", GitHubAnnotations.Write([SampleVerdict.Of("a/b", Outcome.Supported) with { Cautions = ["seed 3 is far off"] }], Places), StringComparison.Ordinal);
    }
}
