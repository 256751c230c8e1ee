using Harness.Statistics;

namespace Harness.Claims;

/// <summary>How one claim fares among the registered claims of its experiment.</summary>
/// <param name="Family">Number of registered claims of the experiment.</param>
/// <param name="Raw">The least one-sided level at which the expected outcome is reached; 1 where no level below one half does, or the claim could not be judged.</param>
/// <param name="Adjusted">The same, adjusted for the family: it is this that must not exceed (1 − level)/2.</param>
internal sealed record CorrectedResult(Correction Method, int Family, double Raw, double Adjusted);
