using Harness.Training;

namespace Harness.Torch;

/// <summary>An optimiser's state and its update of all parameters in one pass. Elementwise only, so its bits depend on no vector width.</summary>
internal abstract class ParameterUpdate
{
    /// <summary>Updates so far.</summary>
    public int Steps { get; private set; }

    /// <summary>What is remembered between updates, each as long as the parameters.</summary>
    protected abstract IReadOnlyList<float[]> Moments { get; }

    /// <summary>Moves the parameters along the gradient.</summary>
    /// <param name="rate">Learning rate of this step.</param>
    public void Apply(Span<float> parameters, ReadOnlySpan<float> gradient, double rate)
    {
        Steps++;
        Move(parameters, gradient, rate);
    }

    /// <summary>The moments one after the other.</summary>
    public float[] Save() => [.. Moments.SelectMany(moment => moment)];

    /// <summary>Goes on from what <see cref="Save"/> gave after so many updates.</summary>
    public void Restore(float[] saved, int steps)
    {
        Steps = steps;
        int at = 0;
        foreach (float[] moment in Moments)
        {
            saved.AsSpan(at, moment.Length).CopyTo(moment);
            at += moment.Length;
        }
    }

    protected abstract void Move(Span<float> parameters, ReadOnlySpan<float> gradient, double rate);

    public static ParameterUpdate For(Optimizer optimizer, int count) => optimizer switch
    {
        Adam a => new AdamUpdate(a.Beta1, a.Beta2, a.Epsilon, a.WeightDecay, decoupled: false, count),
        AdamW a => new AdamUpdate(a.Beta1, a.Beta2, a.Epsilon, a.WeightDecay, decoupled: true, count),
        Sgd s => new SgdUpdate(s.Momentum, s.WeightDecay, count),
        _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "Transformers are not trained with this optimiser."),
    };
}
