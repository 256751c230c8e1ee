using Harness.Activations;
using Harness.Measurements;

namespace Harness.Claims;

/// <summary>What a control may use of a replicate besides its numbers.</summary>
/// <param name="Planted">Examines a planted code with a level of noise, and the factor by which it changes from location to location, in the replicate's place, with the same rows, weights, folds and nulls.</param>
internal sealed record ControlContext(Architecture Architecture, Examination Examination, Func<PlantedCode, double, double?, Examination> Planted);
