using Harness.Activations;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Scores every null of theory on all contexts, pooled, whitened and along each principal axis of the belief.</summary>
internal sealed class NullScores(ContextTable contexts)
{
    private const string NoVariance = "the belief has no variance";
    private readonly NullFeatures _features = new(contexts);
    private readonly SuffixLinks _links = new(contexts.Tree);
    private readonly int _states = contexts.Tree.Process.StateCount;

    /// <summary>Affine in features: next-token, log-next-token, last-1 … last-(window − 1), last-all.</summary>
    private IReadOnlyList<string> Affine { get; } =
        [TheoryNulls.NextToken, TheoryNulls.LogNextToken, .. Enumerable.Range(1, contexts.Tree.Depth - 1).Select(k => FormattableString.Invariant($"last-{k}")), TheoryNulls.LastAll];

    /// <summary>Tables go up to the window − 1.</summary>
    private int LongestTable => contexts.Tree.Depth - 1;

    /// <summary>Each context predicted by what was fitted to other parts of the partition.</summary>
    public IReadOnlyDictionary<string, NullScore> HeldOut(Weighting weighting, Partition partition)
    {
        PrincipalAxes axes = Axes(weighting);
        TargetTable targets = TargetTable.Along(axes, contexts);
        SuffixTable tables = new(contexts, _links, targets);
        return tables.Refusal(weighting, partition, ContextScope.All) is { } why
            ? Everything(_ => NullScore.Undefined(why))
            : Score(axes, targets, weighting, partition, products => Left(new RidgeProbe(products, partition).HeldOut()),
                () => tables.HeldOut(LongestTable, weighting, partition, ContextScope.All));
    }

    /// <summary>Fitted to all contexts and scored on the same.</summary>
    public IReadOnlyDictionary<string, NullScore> InSample(Weighting weighting)
    {
        PrincipalAxes axes = Axes(weighting);
        TargetTable targets = TargetTable.Along(axes, contexts);
        return Score(axes, targets, weighting, Partition.Subtree, products => Left(new RidgeProbe(products, Partition.Subtree).InSample()),
            () => new SuffixTable(contexts, _links, targets).InSample(LongestTable, weighting, ContextScope.All));
    }

    /// <summary>Of each principal axis of the belief, descending.</summary>
    public IReadOnlyList<double> VarianceShares(Weighting weighting)
    {
        double[] variances = Axes(weighting).Variances;
        return [.. variances.Select(variance => variance / variances.Sum())];
    }

    private Dictionary<string, NullScore> Score(
        PrincipalAxes axes, TargetTable targets, Weighting weighting, Partition partition, Func<CrossProducts, Unexplained> affine, Func<Unexplained[]> tables)
    {
        if (axes.Count == 0)
        {
            return Everything(_ => NullScore.Undefined(NoVariance));
        }
        Dictionary<string, CrossProducts> products = _features.Products(Affine, targets, weighting, ContextScope.All, partition);
        products[TheoryNulls.Rival] = TheoryFeatures.Of(new RivalCode(), contexts).Products(contexts, targets, weighting, ContextScope.All, partition);
        Unexplained[] byTable = tables();
        return Everything(name => TheoryNulls.TableOrder(name) is { } k ? NullScore.Of(byTable[k - 1], axes, _states)
            : products.TryGetValue(name, out CrossProducts? gathered) ? NullScore.Of(affine(gathered), axes, _states)
            : NullScore.Undefined(_features.Refusal(name)!));
    }

    private static Unexplained Left(IReadOnlyList<FittedProbe> probe) => new(probe[TargetBlock.Truth].Score.Errors, probe[TargetBlock.Truth].Score.Spreads);

    private Dictionary<string, NullScore> Everything(Func<string, NullScore> score) =>
        Affine.Append(TheoryNulls.Rival).Concat(Enumerable.Range(1, LongestTable).Select(TheoryNulls.Table)).ToDictionary(name => name, score);

    private PrincipalAxes Axes(Weighting weighting)
    {
        double[] beliefs = new double[contexts.Count * _states];
        for (int context = 0; context < contexts.Count; context++)
        {
            contexts.Belief(context).CopyTo(beliefs.AsSpan(context * _states));
        }
        return PrincipalAxes.Of(beliefs, contexts.Weights(weighting, ContextScope.All), _states);
    }
}
