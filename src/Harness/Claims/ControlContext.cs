using Harness.Activations;
using Harness.Measurements;

namespace Harness.Claims;

/// <summary>What a control may use of a replicate besides its numbers.</summary>
/// <param name="Planted">Examines planted truth of a noise level in the replicate's place, with the same rows, weights, folds and nulls.</param>
internal sealed record ControlContext(Architecture Architecture, Examination Examination, Func<double, Examination> Planted);
