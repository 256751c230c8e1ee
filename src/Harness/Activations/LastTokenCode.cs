using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>The last token, one-hot: all that an embedding knows.</summary>
[Kind("last-token")]
internal sealed record LastTokenCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree) => new(tree.Process.SymbolCount, (node, vector) =>
    {
        vector.Clear();
        vector[tree.Symbols[node]] = 1;
    });
}
