using Harness.Activations;

namespace Harness.Experiments;

/// <summary>What a probe decodes for every context, each by the map of the fold in which it was held out.</summary>
/// <param name="Location">Where it was decoded.</param>
/// <param name="Trained">Contexts × states, row-major.</param>
/// <param name="Untrained">The same from the untrained network.</param>
internal sealed record BeliefPicture(Location Location, int Seed, float[] Trained, float[] Untrained);
