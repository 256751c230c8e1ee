using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TheoryDecodingsTests
{
    private static readonly CaptureKey s_rows = new(Examinations.Final, Weighting.Probability, ContextScope.Trained);

    [Theory]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Belief)]
    [InlineData("mess3", Partition.Suffix)]
    public void Decode_EveryNull_ScoresWhatTheoryScores(string process, object partition)
    {
        TheoryNulls theory = Known.Theory(process);
        ContextTable contexts = Known.Contexts(process);

        foreach (string name in TheoryDecodings.Names(Target.Belief, contexts.Tree.Depth))
        {
            Measured decoded = theory.Decodings.Decode(name, new ProbeKey(s_rows, partition: (Partition)partition)).ScoreOf(null, TargetBlock.Truth).RSquared;

            Assert.Equal(theory.Of(Weighting.Probability, (Partition)partition, ContextScope.Trained)[name].Value!.Value, decoded.Value!.Value, 1e-9);
        }
    }

    // Mess3 over every row of every word of length 10: the last token's R² and published error. Of two and three tokens .890 and .966 are known
    // where shorter contexts are kept apart; in a table they count among the longer ones that end like them, which costs a little.
    [Fact]
    public void Decode_TablesInSample_AreTheKnownOnes()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.Mess3(0.05, 0.85), 10);
        TheoryNulls theory = new(contexts);
        ProbeKey key = new(new CaptureKey(Examinations.Final, Weighting.UniformRows, ContextScope.All), fit: Fit.InSample);

        ProbeScore[] scores = [.. Enumerable.Range(1, 3).Select(k => theory.Decodings.Decode(TheoryNulls.Table(k), key).ScoreOf(null, TargetBlock.Truth))];

        Assert.Equal(0.722, scores[0].RSquared.Value!.Value, 0.001);
        Assert.InRange(scores[1].RSquared.Value!.Value, 0.88, 0.89);
        Assert.InRange(scores[2].RSquared.Value!.Value, 0.955, 0.966);
        Assert.Equal(0.030943, scores[0].Of(ProbeStatistic.Mse).Value!.Value, 1e-5);
    }

    [Fact]
    public void Decode_NextTokenLaws_FromTheTokens()
    {
        Assert.Equal(["last-1", "last-all"], TheoryDecodings.Names(Target.NextToken, 8));

        double rSquared = Known.Theory("golden-mean").Decodings.Decode(TheoryNulls.LastOne, new ProbeKey(s_rows, Target.NextToken)).ScoreOf(null, TargetBlock.Truth).RSquared.Value!.Value;

        // After one token the golden mean is synchronised: the last token determines the law.
        Assert.Equal(1, rSquared, 1e-6);
    }

    // The last token is one of the recent ones; of the tokens before it the exact belief keeps some, not all.
    [Fact]
    public void Decode_RecentTokens_FromTheBelief()
    {
        Assert.Equal([ExplainedDimensions.ExactBelief, "next-token", "last-1"], TheoryDecodings.Names(Target.RecentTokens, 8));

        double belief = RSquared(ExplainedDimensions.ExactBelief), last = RSquared("last-1");

        Assert.InRange(last, 0.3, 0.7);
        Assert.InRange(belief, 0.1, 0.9);

        double RSquared(string name) => Known.Theory("rrxor").Decodings.Decode(name, new ProbeKey(s_rows, Target.RecentTokens)).ScoreOf(null, TargetBlock.Truth).RSquared.Value!.Value;
    }

    [Fact]
    public void Of_TheSameMeasurementTwice_IsWorkedOutOnce()
    {
        int times = 0;
        Measured Count(DecodedTable table)
        {
            times++;
            return table.ScoreOf(null, TargetBlock.Truth).RSquared;
        }
        TheoryDecodings decodings = new TheoryNulls(Known.Contexts("z1r")).Decodings;
        AffineProbe probe = new(Examinations.Final), other = new(Examinations.Final, Partition: Partition.Suffix);

        Measured first = decodings.Of(TheoryNulls.NextToken, probe, new ProbeKey(s_rows), Count);

        Assert.Same(first, decodings.Of(TheoryNulls.NextToken, new AffineProbe(Examinations.Final), new ProbeKey(s_rows), Count));
        decodings.Of(TheoryNulls.NextToken, other, new ProbeKey(s_rows, partition: Partition.Suffix), Count);
        Assert.Equal(2, times);
    }

    [Fact]
    public void Decode_UnknownNull_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Known.Theory("z1r").Decodings.Decode("table-99", new ProbeKey(s_rows)));
}
