namespace Harness.Measurements;

/// <summary>The features of the nulls that are affine maps of something known without a network.</summary>
/// <remarks>
/// "next-token": P(z | w) for each symbol. "log-next-token": ln P(z | w) where it is positive and 0 where it is not, beside an indicator of
/// the positive ones. The indicator's coefficient puts the logarithm of an impossible token wherever that explains most, so that this
/// includes every floor ln max(P, ε). "last-k": the last k tokens and the position, one-hot; nothing at lags before the start;
/// "last-all" is the last k tokens with k the window.
/// </remarks>
internal sealed class NullFeatures(ContextTable contexts)
{
    /// <summary>A null with more features than this is left undefined: its regression would take longer than it is worth.</summary>
    public const int Most = 512;

    private readonly int _alphabet = contexts.Tree.Process.SymbolCount;
    private readonly int _window = contexts.Tree.Depth;

    /// <summary>Why a null with k lags is not worked out; null where it is.</summary>
    public string? Refusal(string name) => Count(name) is > Most and int count ? FormattableString.Invariant($"it has {count} features, and at most {Most} are worked out") : null;

    /// <summary>The features of one null.</summary>
    public TheoryFeatures Of(string name) => new(Count(name), name switch
    {
        TheoryNulls.NextToken => NextToken,
        TheoryNulls.LogNextToken => LogNextToken,
        _ => (context, features) => OneHot(context, Lags(name), features),
    });

    /// <summary>Cross-products of the features of some nulls with the targets, by name, without those that are refused.</summary>
    /// <param name="names">next-token, log-next-token, last-1 … last-all.</param>
    /// <param name="only">The one partition that is wanted; all where null.</param>
    public Dictionary<string, CrossProducts> Products(
        IEnumerable<string> names, TargetTable targets, Weighting weighting, ContextScope scope, Partition? only = null)
    {
        string[] wanted = [.. names.Where(name => Refusal(name) is null)];
        Dictionary<string, CrossProducts> products = [];
        // The features of fewer lags begin those of more: one pass over the contexts is enough for all of them.
        int most = wanted.Max(Lags);
        CrossProducts? lags = most == 0 ? null
            : new TheoryFeatures(_window + (most * _alphabet), (context, features) => OneHot(context, most, features)).Products(contexts, targets, weighting, scope, only);
        foreach (string name in wanted)
        {
            products[name] = name switch
            {
                TheoryNulls.NextToken or TheoryNulls.LogNextToken => Of(name).Products(contexts, targets, weighting, scope, only),
                _ when Lags(name) == most => lags!,
                _ => lags!.Select([.. Enumerable.Range(0, Count(name))]),
            };
        }
        return products;
    }

    private int Count(string name) => name switch
    {
        TheoryNulls.NextToken => _alphabet,
        TheoryNulls.LogNextToken => 2 * _alphabet,
        _ => _window + (Lags(name) * _alphabet),
    };

    private int Lags(string name) => name switch
    {
        TheoryNulls.NextToken or TheoryNulls.LogNextToken => 0,
        TheoryNulls.LastAll => _window,
        _ => int.Parse(name.AsSpan("last-".Length), System.Globalization.CultureInfo.InvariantCulture),
    };

    private void NextToken(int context, Span<double> features) => contexts.NextToken.AsSpan((context + 1) * _alphabet, _alphabet).CopyTo(features);

    public void LogNextToken(int context, Span<double> features)
    {
        for (int symbol = 0; symbol < _alphabet; symbol++)
        {
            double probability = contexts.NextToken[((context + 1) * _alphabet) + symbol];
            features[symbol] = probability > 0 ? Math.Log(probability) : 0;
            features[_alphabet + symbol] = probability > 0 ? 1 : 0;
        }
    }

    // Position, then the token at lag 0 (the last), 1, …; nothing at lags before the start.
    private void OneHot(int context, int lags, Span<double> features)
    {
        int node = context + 1;
        features.Clear();
        features[contexts.Tree.Length(node) - 1] = 1;
        for (int lag = 0; lag < lags && node > 0; lag++, node = contexts.Tree.Parents[node])
        {
            features[_window + (lag * _alphabet) + contexts.Tree.Symbols[node]] = 1;
        }
    }
}
