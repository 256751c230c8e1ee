using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Training;

/// <summary>Everything a training depends on besides the architecture.</summary>
/// <param name="Tree">All contexts to length data.window (the process is in it).</param>
internal sealed record TrainingTask(BeliefTree Tree, DataRecipe Data, TrainingRecipe Training, Seed Seed);
