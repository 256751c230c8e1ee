using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>Names without geometry: every mixed state has a random vector of its own, near no other.</summary>
/// <remarks>
/// It tells beliefs apart perfectly, so that everything about them can be looked up, but nothing about a belief follows from its neighbours.
/// Where the mixed-state presentation is not finite every context is a state of its own.
/// </remarks>
[Kind("nominal")]
internal sealed record NominalCode : PlantedCode
{
    private const int Dimensions = 64;

    public override PlantedVectors Of(BeliefTree tree)
    {
        MixedStatePresentation presentation = MixedStatePresentation.Of(tree.Process);
        int[]? states = presentation.Closed ? presentation.StatesOf(tree) : null;
        RandomStream names = new Seed(0).Stream("nominal-code");
        double scale = 1 / Math.Sqrt(Dimensions);
        return new PlantedVectors(Dimensions, (node, vector) =>
        {
            RandomStream random = names.At(states is null ? node : states[node]);
            for (int i = 0; i < Dimensions; i++)
            {
                vector[i] = scale * random.NextNormal();
            }
        });
    }
}
