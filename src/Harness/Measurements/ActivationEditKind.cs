namespace Harness.Measurements;

/// <summary>How the activations of a context are made to say what another context's would.</summary>
internal enum ActivationEditKind
{
    /// <summary>The smallest change after which the probe decodes the other context's belief.</summary>
    Belief,

    /// <summary>A random direction, as far.</summary>
    RandomDirection,

    /// <summary>Towards what decodes the other context's next-token law, as far.</summary>
    NextToken,

    /// <summary>The other context's activations in their place: all that the location can do.</summary>
    Interchange,
}
