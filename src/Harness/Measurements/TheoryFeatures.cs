using Harness.Activations;

namespace Harness.Measurements;

/// <summary>What a probe can be given instead of activations: features of a context that need no network.</summary>
/// <param name="Width">Number of features.</param>
/// <param name="Fill">Writes those of a context.</param>
internal sealed record TheoryFeatures(int Width, CrossProducts.Fill Fill)
{
    /// <summary>By the names of <see cref="TheoryNulls"/>: the exact next-token law, the last token, all tokens, or a rival's beliefs.</summary>
    public static IReadOnlyDictionary<string, TheoryFeatures> Of(ContextTable contexts)
    {
        int alphabet = contexts.Tree.Process.SymbolCount, window = contexts.Tree.Depth;
        return new Dictionary<string, TheoryFeatures>
        {
            [TheoryNulls.NextToken] = new(alphabet, (context, features) => contexts.Value(Target.NextToken, context).CopyTo(features)),
            [TheoryNulls.LastOne] = new(alphabet + window, (context, features) => OneHot(contexts, context, 1, features)),
            [TheoryNulls.LastAll] = new((alphabet * window) + window, (context, features) => OneHot(contexts, context, window, features)),
            [TheoryNulls.Rival] = Of(new RivalCode(), contexts),
        };
    }

    /// <summary>A code as features.</summary>
    public static TheoryFeatures Of(PlantedCode code, ContextTable contexts)
    {
        PlantedVectors vectors = code.Of(contexts.Tree);
        return new TheoryFeatures(vectors.Width, (context, features) => vectors.Write(context + 1, features));
    }

    /// <summary>The cross-products of all contexts.</summary>
    public CrossProducts Products(ContextTable contexts, TargetTable targets, Weighting weighting, ContextScope scope)
    {
        CrossProducts products = new(contexts, targets, Width, weighting, scope);
        products.Add(0, contexts.Count, Fill);
        products.Finish();
        return products;
    }

    // Position, then the token at lag 0 (the last), 1, …; nothing at lags before the start.
    private static void OneHot(ContextTable contexts, int context, int lags, Span<double> features)
    {
        int alphabet = contexts.Tree.Process.SymbolCount, window = contexts.Tree.Depth, node = context + 1;
        features.Clear();
        features[contexts.Tree.Length(node) - 1] = 1;
        for (int lag = 0; lag < lags && node > 0; lag++, node = contexts.Tree.Parents[node])
        {
            features[window + (lag * alphabet) + contexts.Tree.Symbols[node]] = 1;
        }
    }
}
