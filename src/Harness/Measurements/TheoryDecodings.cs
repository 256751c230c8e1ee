using System.Collections.Concurrent;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>What the nulls that need no network decode from every context, on the same rows, weights and folds as a probe of a network.</summary>
internal sealed class TheoryDecodings(ContextTable contexts, SuffixTable tables, int longestTable)
{
    private readonly IReadOnlyDictionary<string, TheoryFeatures> _features = TheoryFeatures.Of(contexts);
    private readonly Lazy<TargetTable> _targets = new(() => TargetTable.Of(contexts, new Seed(0), draws: 0, Target.NextToken, Target.RecentTokens));
    private readonly ConcurrentDictionary<(string, CaptureKey), Lazy<CrossProducts>> _products = new();
    private readonly ConcurrentDictionary<(string, Measurement), Lazy<Measured>> _values = new();

    /// <summary>The nulls that decode a target other than trivially.</summary>
    public static IEnumerable<string> Names(Target target, int window) => target switch
    {
        Target.Belief => TheoryNulls.Names(window),
        Target.NextToken => [TheoryNulls.LastOne, TheoryNulls.LastAll],
        _ => [ExplainedDimensions.ExactBelief, TheoryNulls.NextToken, TheoryNulls.LastOne],
    };

    /// <summary>The value of a measurement on what a null decodes: worked out once, however many replicates ask.</summary>
    public Measured Of(string name, Measurement measure, ProbeKey key, Func<DecodedTable, Measured> value) =>
        _values.GetOrAdd((name, measure), _ => new(() => value(Decode(name, key)))).Value;

    /// <summary>What a null decodes.</summary>
    public DecodedTable Decode(string name, ProbeKey key) =>
        _features.TryGetValue(name, out TheoryFeatures? features) ? Affine(name, features, key) : Table(TheoryNulls.TableOrder(name), key);

    private DecodedTable Affine(string name, TheoryFeatures features, ProbeKey key)
    {
        // The location plays no part: one set of cross-products serves all of them.
        CaptureKey rows = key.Capture with { Location = new Activations.Location(name) };
        CrossProducts products = _products.GetOrAdd((name, rows), _ => new(() => features.Products(contexts, _targets.Value, rows.Weighting, rows.Scope))).Value;
        ProbeScores scores = ProbeScores.Of(new RidgeProbe(products, key.Partition, key.Target), key.Fit);
        DecodedTable table = new(contexts, _targets.Value, key, [scores.Truth]);
        int[]? foldOf = contexts.FoldsOf(key.Partition);
        double[] row = new double[features.Width];
        for (int context = 0; context < contexts.Count; context++)
        {
            features.Fill(context, row);
            scores.Decode(row, foldOf?[context] ?? 0, table, context);
        }
        return table;
    }

    private DecodedTable Table(int? k, ProbeKey key)
    {
        int order = k is { } known && known <= longestTable ? known : throw new ArgumentOutOfRangeException(nameof(k), k, "There is no such null.");
        string? why = tables.Decode(order, key, out double[] decoded);
        DecodedTable table = new(contexts, _targets.Value, key, [new ProbeScore([], [], [], 0, 0, 0, why)]);
        for (int context = 0; context < contexts.Count && why is null; context++)
        {
            decoded.AsSpan(context * table.Block.Width, table.Block.Width).CopyTo(table.Row(context, TargetBlock.Truth));
        }
        return table;
    }
}
