using Harness.Training;

namespace Harness.Torch;

/// <summary>An optimiser's state and its update of all parameters in one pass. Elementwise only, so its bits depend on no vector width.</summary>
internal abstract class ParameterUpdate
{
    /// <summary>Moves the parameters along the gradient.</summary>
    /// <param name="rate">Learning rate of this step.</param>
    public abstract void Apply(Span<float> parameters, ReadOnlySpan<float> gradient, double rate);

    public static ParameterUpdate For(Optimizer optimizer, int count) => optimizer switch
    {
        Adam a => new AdamUpdate(a.Beta1, a.Beta2, a.Epsilon, a.WeightDecay, decoupled: false, count),
        AdamW a => new AdamUpdate(a.Beta1, a.Beta2, a.Epsilon, a.WeightDecay, decoupled: true, count),
        Sgd s => new SgdUpdate(s.Momentum, s.WeightDecay, count),
        _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "Transformers are not trained with this optimiser."),
    };
}
