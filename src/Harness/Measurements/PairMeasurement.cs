using Harness.Activations;

namespace Harness.Measurements;

/// <summary>What the measurements share that compare pairs of decoded vectors with the same pairs of true ones.</summary>
/// <remarks>
/// Over pairs of distinct contexts, each weighted by the product of the contexts' weights (<see cref="ContextPairs"/>): R² of the weighted
/// linear regression of the decoded quantity on the true one, negative where the line falls. Decoding is held out unless asked otherwise.
/// </remarks>
internal abstract record PairMeasurement(Location Location, Weighting Weighting, Partition Partition, ContextScope Contexts, Fit Fit)
    : ProbeMeasurement(Location, Weighting, Partition, Contexts, Fit)
{
    public override bool HigherIsBetter => true;

    /// <summary>What is worked out of each pair.</summary>
    protected abstract PairQuantity Quantity { get; }

    /// <summary>The target whose exact vectors the decoded ones are compared with.</summary>
    protected abstract Target Compared { get; }

    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        Dictionary<string, double> details = new(base.Details(replicate));
        PairAgreement agreement = Agreement(replicate.Trained.Decoded(Key), replicate.Contexts, TargetBlock.Truth);
        long contexts = replicate.Contexts.Pairs(Weighting, Contexts).Contexts.Length;
        (details["contexts"], details["pairs"], details["possiblePairs"]) = (contexts, agreement.Pairs, contexts * (contexts - 1) / 2);
        if (agreement is { Slope: { } slope, Intercept: { } intercept })
        {
            (details["slope"], details["intercept"]) = (slope, intercept);
        }
        if (replicate.Trained.Scores(Key).Truth.RSquared.Value is { } decoded)
        {
            details["decodedRSquared"] = decoded;
        }
        return details;
    }

    protected override Measured Of(DecodedTable table, ContextTable contexts, int variant) =>
        table.Why(variant) is { } why ? Measured.Undefined(why) : Agreement(table, contexts, variant).RSquared;

    protected static string Word(Target target) => target switch { Target.Belief => "belief", Target.NextToken => "next-token", _ => "recent-token" };

    private PairAgreement Agreement(DecodedTable table, ContextTable contexts, int variant)
    {
        ContextPairs pairs = contexts.Pairs(Weighting, Contexts);
        return PairAgreement.Of(
            pairs,
            Quantity,
            [.. pairs.Contexts.SelectMany(context => table.Truth(context, Compared, variant).ToArray())],
            [.. pairs.Contexts.SelectMany(context => table.Row(context, variant).ToArray())]);
    }
}
