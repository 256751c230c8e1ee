using Harness.Beliefs;

namespace Harness.Activations;

/// <summary>What a planted network carries: a vector for every context, which its locations show through a random affine map with noise.</summary>
internal abstract record PlantedCode
{
    /// <summary>Prepares the code of a process's contexts.</summary>
    public abstract PlantedVectors Of(BeliefTree tree);
}
