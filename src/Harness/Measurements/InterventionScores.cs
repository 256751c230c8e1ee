namespace Harness.Measurements;

/// <summary>What edits did to a network's next-token law: mean Jensen–Shannon divergences from theory, nats.</summary>
/// <remarks>
/// Bounded by ln 2 (Lin 1991). KL(theory ‖ network) is not: where a token is impossible after the context and possible after the other, a network
/// that is right about the first is infinitely far from the second, and any change at all looks like nearly all of the way.
/// </remarks>
/// <param name="CounterfactualBefore">Between the law of the other belief and the network's law without any edit.</param>
/// <param name="ActualBefore">Between the law of the context's own belief and the network's law without any edit.</param>
/// <param name="CounterfactualAfter">The first after each kind of edit.</param>
/// <param name="ActualAfter">The second after each kind of edit.</param>
internal sealed record InterventionScores(
    double CounterfactualBefore,
    double ActualBefore,
    IReadOnlyDictionary<ActivationEditKind, double> CounterfactualAfter,
    IReadOnlyDictionary<ActivationEditKind, double> ActualAfter)
{
    // Below it the two laws are the same and there is no way to go.
    private const double LeastNats = 1e-6;

    /// <summary>The share of the way to the law of the other belief: 1 − after/before; 1 is all of it, 0 is none, below 0 is away from it.</summary>
    public Measured Moved(ActivationEditKind kind) => CounterfactualBefore > LeastNats
        ? Measured.Of(1 - (CounterfactualAfter[kind] / CounterfactualBefore))
        : Measured.Undefined("the laws of the exchanged beliefs do not differ");
}
