using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

/// <summary>Published and known values of what explains beliefs without a network.</summary>
public sealed class NullScoresTests
{
    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, NullScore>>> s_published = new()
    {
        ["mess3"] = new(() => Of(KnownProcesses.Mess3(0.05, 0.85), 10).InSample(Weighting.UniformRows)),
        ["rrxor"] = new(() => Of(KnownProcesses.RandomRandomXor, 10).InSample(Weighting.UniformRows)),
    };

    // Over every row of every word of length 10, fitted and scored on the same.
    [Theory]
    [InlineData("mess3", "last-1", 0.722)]
    [InlineData("mess3", "table-2", 0.890)]
    [InlineData("mess3", "table-3", 0.966)]
    [InlineData("mess3", "last-all", 0.945)]
    [InlineData("mess3", "next-token", 1.000)]
    [InlineData("rrxor", "last-1", 0.154)]
    [InlineData("rrxor", "table-2", 0.269)]
    [InlineData("rrxor", "table-3", 0.437)]
    [InlineData("rrxor", "last-all", 0.156)]
    [InlineData("rrxor", "next-token", 0.256)]
    public void InSample_OverThePublishedRows_HasTheKnownRSquared(string process, string name, double known) =>
        Assert.Equal(known, s_published[process].Value[name].RSquared.Value!.Value, 6e-4);

    [Theory]
    [InlineData("mess3", 0.030943)]
    [InlineData("rrxor", 0.070003)]
    public void InSample_LastTokenOverThePublishedRows_HasTheKnownError(string process, double known) =>
        Assert.Equal(known, s_published[process].Value[TheoryNulls.LastOne].MeanSquaredError.Value!.Value, 1e-5);

    // Belief from the next-token law, contexts 1..8, by probability.
    [Theory]
    [InlineData("mess3", 1, 1e-9)]
    [InlineData("bloch", 1, 1e-9)]
    [InlineData("moon", 1, 1e-9)]
    [InlineData("golden-mean", 1, 1e-9)]
    [InlineData("even", 1, 1e-9)]
    [InlineData("sns", 1, 1e-9)]
    [InlineData("frdn", 0.538, 2e-3)]
    [InlineData("z1r", 0.472, 2e-3)]
    [InlineData("wonka-dursley", 0.599, 2e-3)]
    [InlineData("teddy", 0.321, 2e-3)]
    [InlineData("burst", 0.140, 2e-3)]
    public void InSample_NextTokenByProbability_HasTheKnownRSquared(string process, double known, double tolerance)
    {
        GenerativeProcess model = process switch
        {
            "mess3" => KnownProcesses.Mess3(0.05, 0.85),
            "bloch" => FieldProcesses.BlochWalk(1, Math.Sqrt(51)),
            "moon" => FieldProcesses.Moon(),
            "golden-mean" => KnownProcesses.GoldenMean(),
            "even" => KnownProcesses.Even(),
            "sns" => KnownProcesses.SimpleNonunifilarSource(0.1, 0.2),
            "frdn" => FieldProcesses.Frdn(),
            "z1r" => KnownProcesses.ZeroOneRandom,
            "wonka-dursley" => FieldProcesses.WonkaDursley(),
            "teddy" => FieldProcesses.Teddy(),
            _ => KnownProcesses.Burst(5, 3),
        };

        Assert.Equal(known, Of(model, 8).InSample(Weighting.Probability)[TheoryNulls.NextToken].RSquared.Value!.Value, tolerance);
    }

    // A pooled R² moves with the coordinates of a generalised model; the whitened one does not.
    [Fact]
    public void InSample_InAnotherGauge_KeepsTheWhitenedScores()
    {
        IReadOnlyDictionary<string, NullScore> own = Of(FieldProcesses.Frdn(), 8).InSample(Weighting.Probability);
        IReadOnlyDictionary<string, NullScore> other = Of(SeparationTests.Regauged(FieldProcesses.Frdn()), 8).InSample(Weighting.Probability);

        Assert.All(own, score => Assert.Equal(score.Value.Whitened.Value!.Value, other[score.Key].Whitened.Value!.Value, 1e-7));
        Assert.True(Math.Abs(own[TheoryNulls.NextToken].RSquared.Value!.Value - other[TheoryNulls.NextToken].RSquared.Value!.Value) > 0.05);
    }

    // One direction of RRXOR's four is the next-token law itself.
    [Fact]
    public void InSample_NextTokenOnRrxor_ExplainsOneAxisWholly()
    {
        NullScore score = Of(KnownProcesses.RandomRandomXor, 8).InSample(Weighting.Probability)[TheoryNulls.NextToken];

        Assert.Equal(0.25, score.Whitened.Value!.Value, 1e-9);
        Assert.Equal([0, 0, 0, 1], score.ByAxis.Order().Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData(Partition.Subtree)]
    [InlineData(Partition.Suffix)]
    [InlineData(Partition.Belief)]
    public void HeldOut_OnRrxor_IsWhatClaimsAreHeldTo(object partition)
    {
        IReadOnlyDictionary<string, NullScore> scores = Of(KnownProcesses.RandomRandomXor, 8).HeldOut(Weighting.Probability, (Partition)partition);

        foreach ((string name, Measured value) in Known.Theory("rrxor").Of(Weighting.Probability, (Partition)partition, ContextScope.All))
        {
            Assert.Equal(value.Value!.Value, scores[name].RSquared.Value!.Value, 1e-9);
        }
        Assert.Equal(
            ["next-token", "log-next-token", "last-1", "last-2", "last-3", "last-4", "last-5", "last-6", "last-7", "last-all", "rival", .. Enumerable.Range(1, 7).Select(TheoryNulls.Table)], scores.Keys);
    }

    [Fact]
    public void HeldOut_PartitionThatDoesNotExist_SaysSo() => Assert.All(
        Of(KnownProcesses.Mess3(0.05, 0.85), 3).HeldOut(Weighting.Probability, Partition.Belief).Values, score => Assert.Equal("the partition does not exist for this process", score.RSquared.Why));

    [Fact]
    public void InSample_BeliefThatDoesNotVary_SaysSo() =>
        Assert.All(Of(KnownProcesses.Coin(0.3), 3).InSample(Weighting.Probability).Values, score => Assert.Equal("the belief has no variance", score.Whitened.Why));

    [Fact]
    public void VarianceShares_OfMess3_AreEqualBySymmetry() =>
        Assert.All(Of(KnownProcesses.Mess3(0.05, 0.85), 5).VarianceShares(Weighting.Probability), share => Assert.Equal(0.5, share, 1e-12));

    private static NullScores Of(GenerativeProcess process, int window) =>
        new(new ContextTable(BeliefTree.Grow(process, window), MixedStatePresentation.Of(process), window));
}
