using Harness.Specs;

namespace Harness.Measurements;

/// <summary>Mean excess of the network's exact expected loss over the optimum, nats, over the trained contexts.</summary>
/// <remarks>Σ_L (loss_L − h_{L+1}) / number of trained context lengths: the mean divergence of the network from the process.</remarks>
internal sealed record LossGap : Measurement
{
    public override bool HigherIsBetter => false;

    public override string Label => "loss gap, nats";

    public override void Check(Scope at, MeasureContext context)
    {
    }

    public override void Request(CaptureRequest request)
    {
    }

    public override Measured Measure(Examination replicate) => Measured.Of(replicate.Trained.Loss.GapNats);

    public override IReadOnlyList<string> NullNames(int window) =>
        [Untrained, .. Enumerable.Range(1, Math.Min(9, window - 1)).Select(TheoryNulls.Table)];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        Dictionary<string, Measured> nulls = new() { [Untrained] = replicate.OfUntrained(untrained => Measured.Of(untrained.Loss.GapNats)) };
        for (int k = 1; k <= replicate.Theory.LongestTable; k++)
        {
            nulls[TheoryNulls.Table(k)] = Measured.Of(replicate.Theory.Tables.LossGapNats(k));
        }
        return nulls;
    }
}
