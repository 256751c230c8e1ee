using System.Collections.Concurrent;
using Harness.Activations;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>The nulls that need no network: what theory alone scores on the same rows, weights and folds.</summary>
/// <remarks>
/// "next-token": affine in the exact next-token law. "last-1": affine in the last token and the position, one-hot. "last-all": affine in the
/// token at every lag and the position. "rival": affine in the beliefs of the filter of another process of equal size. "table-k":
/// <see cref="SuffixTable"/>.
/// </remarks>
internal sealed class TheoryNulls
{
    public const string NextToken = "next-token";
    public const string LastOne = "last-1";
    public const string LastAll = "last-all";
    public const string Rival = "rival";
    private readonly ConcurrentDictionary<(Weighting, Partition, ContextScope), Lazy<IReadOnlyDictionary<string, Measured>>> _scores = new();
    private readonly ConcurrentDictionary<(PlantedCode, Weighting, ContextScope), Lazy<Measured>> _ceilings = new();
    private readonly ContextTable _contexts;
    private readonly TargetTable _beliefs;
    private readonly SuffixLinks _links;

    public TheoryNulls(ContextTable contexts)
    {
        _contexts = contexts;
        _beliefs = TargetTable.Of(contexts, new Seed(0), draws: 0);
        _links = new SuffixLinks(contexts.Tree);
        Tables = new SuffixTable(contexts, _links);
        LongestTable = Math.Min(9, contexts.Tree.Depth - 1);
    }

    public SuffixTable Tables { get; }

    /// <summary>Tables go up to the window − 1, and at most to 9.</summary>
    public int LongestTable { get; }

    /// <summary>The names of all of them, tables last.</summary>
    public static IEnumerable<string> Names(int window) =>
        [NextToken, LastOne, LastAll, Rival, .. Enumerable.Range(1, Math.Min(9, window - 1)).Select(Table)];

    public static string Table(int k) => FormattableString.Invariant($"table-{k}");

    /// <summary>The k of "table-k"; null for another name.</summary>
    public static int? TableOrder(string name) =>
        name.StartsWith("table-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(6), out int k) ? k : null;

    /// <summary>Held-out R² of every null, by name.</summary>
    public IReadOnlyDictionary<string, Measured> Of(Weighting weighting, Partition partition, ContextScope scope) =>
        _scores.GetOrAdd((weighting, partition, scope), key => new(() => Score(key.Item1, key.Item2, key.Item3))).Value;

    /// <summary>The R² of the best affine map from a code to the belief, over all contexts at once: what no probe of it exceeds but by chance.</summary>
    public Measured Ceiling(PlantedCode code, Weighting weighting, ContextScope scope) => _ceilings.GetOrAdd((code, weighting, scope), key => new(() =>
    {
        PlantedVectors vectors = key.Item1.Of(_contexts.Tree);
        return RidgeProbe.OnTheFittedRows(
            Products(vectors.Width, key.Item2, key.Item3, (context, features) => vectors.Write(context + 1, features)), 0, _beliefs.States);
    })).Value;

    private Dictionary<string, Measured> Score(Weighting weighting, Partition partition, ContextScope scope)
    {
        int alphabet = _contexts.Tree.Process.SymbolCount, window = _contexts.Tree.Depth;
        Dictionary<string, Measured> scores = new()
        {
            [NextToken] = Probe(alphabet, weighting, partition, scope, (context, features) =>
                _contexts.NextToken.AsSpan((context + 1) * alphabet, alphabet).CopyTo(features)),
            [LastOne] = Probe(alphabet + window, weighting, partition, scope, (context, features) => OneHot(context, 1, features)),
            [LastAll] = Probe((alphabet * window) + window, weighting, partition, scope, (context, features) => OneHot(context, window, features)),
            [Rival] = Probe(new RivalCode(), weighting, partition, scope),
        };
        Measured[] tables = Tables.Score(LongestTable, weighting, partition, scope);
        for (int k = 1; k <= tables.Length; k++)
        {
            scores[Table(k)] = tables[k - 1];
        }
        return scores;
    }

    private Measured Probe(PlantedCode code, Weighting weighting, Partition partition, ContextScope scope)
    {
        PlantedVectors vectors = code.Of(_contexts.Tree);
        return Probe(vectors.Width, weighting, partition, scope, (context, features) => vectors.Write(context + 1, features));
    }

    private Measured Probe(int features, Weighting weighting, Partition partition, ContextScope scope, CrossProducts.Fill fill) =>
        RidgeProbe.Score(Products(features, weighting, scope, fill), partition, [0], _beliefs.States)[0].RSquared;

    private CrossProducts Products(int features, Weighting weighting, ContextScope scope, CrossProducts.Fill fill)
    {
        CrossProducts products = new(_contexts, _beliefs, features, weighting, scope);
        products.Add(0, _contexts.Count, fill);
        products.Finish();
        return products;
    }

    // Position, then the token at lag 0 (the last), 1, …; nothing at lags before the start.
    private void OneHot(int context, int lags, Span<double> features)
    {
        int alphabet = _contexts.Tree.Process.SymbolCount, window = _contexts.Tree.Depth, node = context + 1;
        features.Clear();
        features[_contexts.Tree.Length(node) - 1] = 1;
        for (int lag = 0; lag < lags && node > 0; lag++, node = _contexts.Tree.Parents[node])
        {
            features[window + (lag * alphabet) + _contexts.Tree.Symbols[node]] = 1;
        }
    }
}
