using System.Collections.Concurrent;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>The nulls that need no network: what theory alone scores on the same rows, weights and folds.</summary>
/// <remarks>Affine in the features of <see cref="NullFeatures"/>, and the tables "table-k" of <see cref="SuffixTable"/>.</remarks>
internal sealed class TheoryNulls
{
    public const string NextToken = "next-token";
    public const string LogNextToken = "log-next-token";
    public const string LastOne = "last-1";
    public const string LastAll = "last-all";
    private static readonly string[] s_affine = [NextToken, LogNextToken, LastOne, LastAll];
    private readonly ConcurrentDictionary<(Weighting, Partition, ContextScope), Lazy<IReadOnlyDictionary<string, Measured>>> _scores = new();
    private readonly NullFeatures _features;
    private readonly TargetTable _beliefs;

    public TheoryNulls(ContextTable contexts)
    {
        _features = new NullFeatures(contexts);
        _beliefs = TargetTable.Of(contexts, new Seed(0), draws: 0);
        Tables = new SuffixTable(contexts, new SuffixLinks(contexts.Tree), _beliefs);
        LongestTable = Math.Min(9, contexts.Tree.Depth - 1);
    }

    public SuffixTable Tables { get; }

    /// <summary>Tables go up to the window − 1, and at most to 9.</summary>
    public int LongestTable { get; }

    /// <summary>The names of all of them, tables last.</summary>
    public static IEnumerable<string> Names(int window) => [.. s_affine, .. Enumerable.Range(1, Math.Min(9, window - 1)).Select(Table)];

    public static string Table(int k) => FormattableString.Invariant($"table-{k}");

    /// <summary>The k of "table-k"; null for another name.</summary>
    public static int? TableOrder(string name) =>
        name.StartsWith("table-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(6), out int k) ? k : null;

    /// <summary>Held-out R² of every null, by name.</summary>
    public IReadOnlyDictionary<string, Measured> Of(Weighting weighting, Partition partition, ContextScope scope) =>
        _scores.GetOrAdd((weighting, partition, scope), key => new(() => Score(key.Item1, key.Item2, key.Item3))).Value;

    private Dictionary<string, Measured> Score(Weighting weighting, Partition partition, ContextScope scope)
    {
        Dictionary<string, CrossProducts> products = _features.Products(s_affine, _beliefs, weighting, scope, partition);
        Dictionary<string, Measured> scores = s_affine.ToDictionary(name => name, name => products.TryGetValue(name, out CrossProducts? gathered)
            ? RidgeProbe.Score(gathered, partition, [0], _beliefs.States)[0].RSquared
            : Measured.Undefined(_features.Refusal(name)!));
        Measured[] tables = Tables.Score(LongestTable, weighting, partition, scope);
        for (int k = 1; k <= tables.Length; k++)
        {
            scores[Table(k)] = tables[k - 1];
        }
        return scores;
    }
}
