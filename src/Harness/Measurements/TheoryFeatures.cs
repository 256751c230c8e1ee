using Harness.Activations;

namespace Harness.Measurements;

/// <summary>What a probe can be given instead of activations: features of a context that need no network.</summary>
/// <param name="Width">Number of features.</param>
/// <param name="Fill">Writes those of a context.</param>
internal sealed record TheoryFeatures(int Width, CrossProducts.Fill Fill)
{
    /// <summary>By the names of <see cref="TheoryNulls"/>, without those that have too many.</summary>
    public static IReadOnlyDictionary<string, TheoryFeatures> Of(ContextTable contexts)
    {
        NullFeatures known = new(contexts);
        Dictionary<string, TheoryFeatures> features = TheoryNulls.Affine.Where(name => known.Refusal(name) is null).ToDictionary(name => name, known.Of);
        features[ExplainedDimensions.ExactBelief] = Of(new BeliefCode(), contexts);
        features[TheoryNulls.Rival] = Of(new RivalCode(), contexts);
        return features;
    }

    /// <summary>A code as features.</summary>
    public static TheoryFeatures Of(PlantedCode code, ContextTable contexts)
    {
        PlantedVectors vectors = code.Of(contexts.Tree);
        return new TheoryFeatures(vectors.Width, (context, features) => vectors.Write(context + 1, features));
    }

    /// <summary>The cross-products of all contexts.</summary>
    /// <param name="only">The one partition that is wanted; all where null.</param>
    public CrossProducts Products(ContextTable contexts, TargetTable targets, Weighting weighting, ContextScope scope, Partition? only = null)
    {
        CrossProducts products = new(contexts, targets, Width, weighting, scope, only);
        products.Add(0, contexts.Count, Fill);
        products.Finish();
        return products;
    }
}
