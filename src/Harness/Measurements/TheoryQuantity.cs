namespace Harness.Measurements;

/// <summary>What is asked of a process itself.</summary>
internal enum TheoryQuantity
{
    /// <summary>1 where state and token determine the next state, else 0. Composed processes are written out first.</summary>
    Unifilar,

    /// <summary>1 where the belief is an affine image of the next-token law on every context, else 0: see <see cref="Separation"/>.</summary>
    NextTokenDeterminesBelief,

    /// <summary>1 where the beliefs that the process can be met with are known to be finitely many, else 0.</summary>
    FinitelyManyBeliefs,

    /// <summary>How many beliefs the process can be met with; undefined where they are not known to be finitely many.</summary>
    MixedStates,

    /// <summary>In how many directions beliefs vary over the contexts.</summary>
    BeliefDirections,
}
