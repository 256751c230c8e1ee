namespace Harness.Claims;

/// <summary>How a precondition came out over the replicates.</summary>
/// <param name="Worst">The largest number among the replicates; null when none has one.</param>
internal sealed record PreconditionResult(string Kind, double Bound, int Held, int Of, double? Worst);
