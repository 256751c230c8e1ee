using Harness.Claims;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ForAllTests
{
    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.9)) with { Tier = Tier.Full };

    public static TheoryData<string, string[]> Faults => new()
    {
        { "sound", [] },
        { "no processes", ["$.forAll.processes"] },
        { "no time", ["$.forAll.minutes"] },
        { "no draws", ["$.forAll.draws"] },
        { "negative seed", ["$.forAll.seed"] },
        { "negative shrinks", ["$.forAll.shrinks"] },
        { "fraction above one", ["$.forAll.failingAtMost"] },
        { "impossible null", ["$.forAll.eligible.greatestNull"] },
        { "negative gap", ["$.forAll.eligible.leastGapNats"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OfABudget_ReportsWhatCannotBe(string which, string[] paths)
    {
        ForAll forAll = new("family");
        forAll = which switch
        {
            "no processes" => forAll with { Processes = 0 },
            "no time" => forAll with { Minutes = 0 },
            "no draws" => forAll with { Draws = 0 },
            "negative seed" => forAll with { Seed = -1 },
            "negative shrinks" => forAll with { Shrinks = -1 },
            "fraction above one" => forAll with { FailingAtMost = 1.5 },
            "impossible null" => forAll with { Eligible = new Eligible(GreatestNull: 2) },
            "negative gap" => forAll with { Eligible = new Eligible(LeastGapNats: -1) },
            _ => forAll,
        };
        Assert.Equal(paths, Paths(forAll, s_claim));
    }

    [Fact]
    public void Check_OfAQuickClaim_AsksForTheFullTier() => Assert.Equal(["$.forAll"], Paths(new ForAll("family"), s_claim with { Tier = Tier.Quick }));

    [Fact]
    public void MostDraws_WhereNothingIsSaid_AreAHundredForEachProcess() =>
        Assert.Equal((2000, 7, int.MaxValue), (new ForAll("a").MostDraws, new ForAll("a", Draws: 7).MostDraws, new ForAll("a", int.MaxValue).MostDraws));

    private static IEnumerable<string> Paths(ForAll forAll, Claim claim)
    {
        List<Problem> problems = [];
        forAll.Check(Scope.Root("a.json", null, problems)["forAll"], claim);
        return problems.Select(problem => problem.Path);
    }
}
