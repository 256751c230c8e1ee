using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Whether a process can tell a code of the belief from a code of the next token.</summary>
/// <remarks>
/// It cannot where the belief is an affine image of the next-token law on every context: then whatever predicts well decodes beliefs well.
/// That is asked direction by direction (<see cref="CanonicalCorrelations"/>), because a pooled R² hides a small direction that the law does not fix,
/// and changes with the gauge of a generalised model.
/// </remarks>
/// <param name="Directions">In how many directions beliefs vary over the contexts.</param>
/// <param name="ByNextToken">In how many of them the next-token law fixes the belief affinely.</param>
/// <param name="ByLogarithm">The same for the logarithm of the law, which is what a network's logits are.</param>
/// <param name="MixedStates">Mixed states of the process, and how many different next-token laws they have; null where they are not known to be finite.</param>
internal sealed record Separation(int Directions, int ByNextToken, int ByLogarithm, (int Count, int Laws)? MixedStates)
{
    // Of a direction's variance: less than this left unexplained is rounding.
    private const double Rounding = 1e-6;

    /// <summary>True when beliefs vary and the next-token law does not determine them affinely.</summary>
    public bool Separates => ByNextToken < Directions;

    public static Separation Of(ContextTable contexts, MixedStatePresentation presentation)
    {
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.All);
        int alphabet = contexts.Tree.Process.SymbolCount, states = contexts.Tree.Process.StateCount;
        double[] beliefs = new double[contexts.Count * states], logarithms = new double[contexts.Count * 2 * alphabet];
        NullFeatures features = new(contexts);
        for (int context = 0; context < contexts.Count; context++)
        {
            contexts.Belief(context).CopyTo(beliefs.AsSpan(context * states));
            features.LogNextToken(context, logarithms.AsSpan(context * 2 * alphabet, 2 * alphabet));
        }
        double[] law = CanonicalCorrelations.Squared(contexts.NextToken.AsSpan(alphabet), alphabet, beliefs, states, weights);
        double[] logarithm = CanonicalCorrelations.Squared(logarithms, 2 * alphabet, beliefs, states, weights);
        return new Separation(law.Length, law.Count(Fixed), logarithm.Count(Fixed), presentation.Closed ? (presentation.Count, Laws(presentation)) : null);
    }

    private static bool Fixed(double squaredCorrelation) => squaredCorrelation >= 1 - Rounding;

    private static int Laws(MixedStatePresentation presentation)
    {
        int alphabet = presentation.Process.SymbolCount;
        BeliefIndex laws = new(alphabet);
        for (int state = 0; state < presentation.Count; state++)
        {
            ReadOnlySpan<double> law = presentation.Probabilities.AsSpan(state * alphabet, alphabet);
            if (laws.Nearest(law).Distance > MixedStatePresentation.MergeDistance)
            {
                laws.Add(law);
            }
        }
        return laws.Count;
    }
}
