using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The children of some consecutive nodes of a level: one step of the filter for all of them and every symbol.</summary>
/// <remarks>
/// Children come in the order of their parents, then of their symbols. What is computed for a node does not depend on which others stand
/// in the block, so that a tree has the same bits however its levels are cut.
/// </remarks>
internal abstract class ChildBlock
{
    /// <summary>The most parents at a time.</summary>
    public abstract int Capacity { get; }

    /// <summary>The fastest one for the process.</summary>
    public static ChildBlock For(GenerativeProcess process) => process is HiddenMarkovModel model ? new DenseChildBlock(model) : new FilteredChildBlock(process);

    /// <summary>Works out the children of some parents.</summary>
    /// <param name="beliefs">The parents' beliefs one after the other, at most <see cref="Capacity"/> of them.</param>
    /// <returns>How many children have a positive probability.</returns>
    public abstract int Expand(ReadOnlySpan<double> beliefs);

    /// <summary>Writes what was worked out last.</summary>
    /// <param name="firstParent">Node of the first parent.</param>
    /// <param name="at">Node of the first child.</param>
    public abstract void Write(int firstParent, int at, int[] parents, ushort[] symbols, double[] probabilities, double[] beliefs);
}
