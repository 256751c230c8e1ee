using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed partial class ExceedsTests
{
    [Fact]
    public void Check_NullsThatCanBeExceeded_FindsNothing() => Assert.Empty(
        Problems("rrxor", new Exceeds(0.2, ["untrained", "next-token", "permuted", "shuffled", "table-3", "best-null"], [new Location("blocks.*.hook_resid_post")])));

    [Theory]
    [InlineData("mess3", "next-token", 0)]
    [InlineData("even", "next-token", 0.1)]
    [InlineData("z1r", "table-3", 0.01)]
    [InlineData("golden-mean", "table-1", 0)]
    [InlineData("rrxor", "next-token", 0.8)]
    public void Check_NullThatNothingCanExceed_CannotSeparate(string process, string name, double margin)
    {
        Problem problem = Assert.Single(Problems(process, new Exceeds(margin, [name])));

        Assert.Equal("SPEC030", problem.Finding.Code);
        Assert.Equal("$.nulls[0]", problem.Path);
    }

    // Where R² is near 1 a margin is stated in what is left unexplained: only a perfect null cannot be beaten.
    [Fact]
    public void Check_LogErrorRatio_IsPossibleAgainstAnyImperfectNull()
    {
        Assert.Empty(Problems("mess3", new Exceeds(0.5, ["table-5"], Scale: ComparisonScale.LogErrorRatio)));
        Assert.Equal("SPEC030", Assert.Single(Problems("mess3", new Exceeds(0.5, ["next-token"], Scale: ComparisonScale.LogErrorRatio))).Finding.Code);
    }

    [Fact]
    public void Check_MistakesOfEveryKind_AreAllReported()
    {
        Assert.Equal(["SPEC026"], Codes(new Exceeds(0.1)));
        Assert.Equal(["SPEC007"], Codes(new Exceeds(0.1, ["tabel-3"])));
        Assert.Equal(["SPEC032"], Codes(new Exceeds(0.1, ["best-null"])));
        Assert.Equal(["SPEC008"], Codes(new Exceeds(-0.1, ["table-3"])));
        Assert.Equal(["SPEC012"], Codes(new Exceeds(0.1, null, [new Location("blocks.9.hook_resid_post")])));
        Assert.Equal(["SPEC008", "SPEC007", "SPEC012"], Codes(new Exceeds(-0.1, ["x"], [new Location("nowhere")])));
    }

    [Fact]
    public void Check_LogErrorRatioOfALoss_IsInconsistent()
    {
        Exceeds comparator = new(0, ["table-1"], Scale: ComparisonScale.LogErrorRatio);
        List<Problem> problems = [];

        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Measure = new LossGap() }, Examinations.Context("rrxor"));

        Assert.Equal("$.scale", Assert.Single(problems).Path);
    }

    [Fact]
    public void Check_WhatIsWrong_IsSaidWithItsRemedy()
    {
        Assert.Equal(
            new Finding("SPEC026", "There are no nulls or locations to exceed.", "Add \"nulls\": [\"untrained\", …] or \"locations\": [\"blocks.*.hook_resid_post\"]."),
            Assert.Single(Problems("rrxor", new Exceeds(0.1, [], []))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'log-error-ratio' is for measures bounded by 1, such as R².", "Use \"difference\"."),
            Assert.Single(Gap(new Exceeds(0, ["table-1"], Scale: ComparisonScale.LogErrorRatio))).Finding);
    }

    // Every sort of rival is enough by itself.
    [Fact]
    public void Check_OneSortOfRival_IsEnough()
    {
        Assert.Empty(Problems("rrxor", new Exceeds(0.1, ["untrained"])));
        Assert.Empty(Problems("rrxor", new Exceeds(0.1, null, [new Location("hook_embed")])));
        Assert.Empty(Problems("rrxor", new Exceeds(0.1, RivalMeasures: new Dictionary<string, Measurement> { ["by suffix"] = Sample.Probe with { Partition = Partition.Suffix } })));
        Assert.DoesNotContain("SPEC026", Codes(new Exceeds(0.1, RivalControls: ["rival"])));
        Assert.DoesNotContain("SPEC026", Codes(new Exceeds(0.1, RivalArms: ["wide"])));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e9, true)]
    [InlineData(1.1e9, false)]
    public void Check_Margin_IsNotNegativeAndFinite(double margin, bool sound) => Assert.Equal(sound ? [] : ["SPEC008"], Codes(new Exceeds(margin, ["untrained"])));

    // Of a loss less is better: theory's R² of the table says nothing there.
    [Fact]
    public void Check_ALossBelowATable_IsPossible() => Assert.Empty(Gap(new Exceeds(0.9, ["table-1"])));

    private static List<Problem> Gap(Exceeds comparator)
    {
        List<Problem> problems = [];
        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Measure = new LossGap() }, Examinations.Context("rrxor"));
        return problems;
    }

    private static string[] Codes(Exceeds comparator) => [.. Problems("rrxor", comparator).Select(problem => problem.Finding.Code)];

    private static List<Problem> Problems(string process, Exceeds comparator)
    {
        List<Problem> problems = [];
        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator), Examinations.Context(process));
        return problems;
    }
}
