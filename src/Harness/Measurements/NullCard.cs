using Harness.Beliefs;
using Harness.Processes;

namespace Harness.Measurements;

/// <summary>What the belief of a process can be decoded from without any network, and so whether the process can separate beliefs from predictions.</summary>
/// <remarks>
/// Every score is exact: all contexts of length 1..<paramref name="Window"/>, no sampling. The names are those of <see cref="TheoryNulls"/>, and
/// "last-k" for every k.
/// </remarks>
/// <param name="Window">The longest context that is pooled.</param>
/// <param name="HeldOut">Each context predicted by what was fitted to other parts of the partition.</param>
/// <param name="InSample">Fitted to all contexts and scored on the same, with the same weights: what the features determine.</param>
/// <param name="AsPublished">In sample over every row of every word.</param>
/// <param name="VarianceShares">Of the principal axes of the belief, with the weights; descending.</param>
internal sealed record NullCard(
    int Window,
    Weighting Weighting,
    Partition Partition,
    IReadOnlyDictionary<string, NullScore> HeldOut,
    IReadOnlyDictionary<string, NullScore> InSample,
    IReadOnlyDictionary<string, NullScore> AsPublished,
    IReadOnlyList<double> VarianceShares,
    Separation Separation)
{
    private const int LongestWindow = 10;

    // What can be scored while a person waits: contexts, and contexts times the square of the numbers that describe one.
    private const int MostContexts = 200_000;
    private const double MostWork = 1e9;

    /// <summary>Held-out R², pooled.</summary>
    public IReadOnlyDictionary<string, Measured> Values => HeldOut.ToDictionary(score => score.Key, score => score.Value.RSquared);

    /// <inheritdoc cref="Separation.Separates"/>
    public bool Separates => Separation.Separates;

    /// <param name="depth">The longest context asked for; the window is shorter where there would be too many contexts.</param>
    public static NullCard Of(GenerativeProcess process, int depth, Weighting weighting = Weighting.Probability, Partition partition = Partition.Subtree)
    {
        double numbers = Math.Max(process.StateCount, 2 * process.SymbolCount);
        int most = Math.Max(process.SymbolCount + 1, (int)Math.Min(MostContexts, MostWork / (numbers * numbers)));
        BeliefTree tree = BeliefTree.GrowWithin(process, Math.Clamp(depth, 2, LongestWindow), most);
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        ContextTable contexts = new(tree, presentation, tree.Depth);
        NullScores scores = new(contexts);
        return new NullCard(
            tree.Depth, weighting, partition,
            scores.HeldOut(weighting, partition),
            scores.InSample(weighting),
            scores.InSample(Weighting.UniformRows),
            scores.VarianceShares(weighting),
            Separation.Of(contexts, presentation));
    }
}
