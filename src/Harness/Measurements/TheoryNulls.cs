using System.Collections.Concurrent;
using Harness.Activations;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>The nulls that need no network: what theory alone scores on the same rows, weights and folds.</summary>
/// <remarks>
/// Affine in the features of <see cref="NullFeatures"/>, or in a "rival", the beliefs of another process of equal size; and the tables "table-k"
/// of <see cref="SuffixTable"/>.
/// </remarks>
internal sealed class TheoryNulls
{
    public const string NextToken = "next-token";
    public const string LogNextToken = "log-next-token";
    public const string LastOne = "last-1";
    public const string LastAll = "last-all";
    public const string Rival = "rival";

    private readonly ConcurrentDictionary<(Weighting, Partition, ContextScope), Lazy<IReadOnlyDictionary<string, Measured>>> _scores = new();
    private readonly ConcurrentDictionary<(PlantedCode, Weighting, ContextScope), Lazy<Measured>> _ceilings = new();
    private readonly ContextTable _contexts;
    private readonly NullFeatures _features;
    private readonly TargetTable _beliefs;

    public TheoryNulls(ContextTable contexts)
    {
        _contexts = contexts;
        _beliefs = TargetTable.Of(contexts, new Seed(0), draws: 0);
        _features = new NullFeatures(contexts);
        Tables = new SuffixTable(contexts, new SuffixLinks(contexts.Tree), _beliefs);
        LongestTable = Math.Min(9, contexts.Tree.Depth - 1);
        Decodings = new TheoryDecodings(contexts, Tables, LongestTable);
    }

    /// <summary>Those that are affine maps of something known of each context.</summary>
    public static IReadOnlyList<string> Affine { get; } = [NextToken, LogNextToken, LastOne, LastAll];

    public SuffixTable Tables { get; }

    /// <summary>What they decode, context by context.</summary>
    public TheoryDecodings Decodings { get; }

    /// <summary>Tables go up to the window − 1, and at most to 9.</summary>
    public int LongestTable { get; }

    /// <summary>The names of all of them, tables last.</summary>
    public static IEnumerable<string> Names(int window) =>
        [.. Affine, Rival, .. TableNames(window)];

    public static IEnumerable<string> TableNames(int window) => Enumerable.Range(1, Math.Min(9, window - 1)).Select(Table);

    public static string Table(int k) => FormattableString.Invariant($"table-{k}");

    /// <summary>The k of "table-k"; null for another name.</summary>
    public static int? TableOrder(string name) =>
        name.StartsWith("table-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(6), out int k) ? k : null;

    /// <summary>Held-out R² of every null, by name.</summary>
    public IReadOnlyDictionary<string, Measured> Of(Weighting weighting, Partition partition, ContextScope scope) =>
        _scores.GetOrAdd((weighting, partition, scope), key => new(() => Score(key.Item1, key.Item2, key.Item3))).Value;

    /// <summary>The R² of the best affine map from a code to the belief, over all contexts at once: what no probe of it exceeds but by chance.</summary>
    public Measured Ceiling(PlantedCode code, Weighting weighting, ContextScope scope) => _ceilings.GetOrAdd((code, weighting, scope), key => new(() =>
        new RidgeProbe(TheoryFeatures.Of(key.Item1, _contexts).Products(_contexts, _beliefs, key.Item2, key.Item3), Partition.Subtree)
            .InSample()[TargetBlock.Truth].Score.RSquared)).Value;

    private Dictionary<string, Measured> Score(Weighting weighting, Partition partition, ContextScope scope)
    {
        Dictionary<string, CrossProducts> products = _features.Products(Affine, _beliefs, weighting, scope, partition);
        products[Rival] = TheoryFeatures.Of(new RivalCode(), _contexts).Products(_contexts, _beliefs, weighting, scope);
        Dictionary<string, Measured> scores = Affine.Append(Rival).ToDictionary(name => name, name => products.TryGetValue(name, out CrossProducts? gathered)
            ? new RidgeProbe(gathered, partition).HeldOut()[TargetBlock.Truth].Score.RSquared
            : Measured.Undefined(_features.Refusal(name)!));
        Measured[] tables = Tables.Score(LongestTable, weighting, partition, scope);
        for (int k = 1; k <= tables.Length; k++)
        {
            scores[Table(k)] = tables[k - 1];
        }
        return scores;
    }
}
