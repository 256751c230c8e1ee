using Harness.Beliefs;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Activations;

/// <summary>What a planted network goes by when its activations are edited: the belief that they show, filtered on from there.</summary>
/// <remarks>
/// An edited context's belief is read from its activations by least squares and brought onto the simplex; a continuation's is its parent's after
/// one more token. Where nothing was edited all of them are the exact ones.
/// </remarks>
/// <param name="map">Rows of one offset and one coefficient for each state: what the activations are of the belief.</param>
internal sealed class PlantedReader(BeliefTree tree, IActivationEdit edit, double[] map)
{
    private readonly int _states = tree.Process.StateCount;
    private readonly double[] _beliefs = Enumerable.Range(0, tree.Count).SelectMany(node => tree.Belief(node).ToArray()).ToArray();
    private readonly bool[] _changed = new bool[tree.Count];
    private readonly Matrix<double> _inverse = Matrix<double>.Build.Dense(map.Length / (tree.Process.StateCount + 1), tree.Process.StateCount,
        (i, j) => map[(i * (tree.Process.StateCount + 1)) + 1 + j]).PseudoInverse();

    public ReadOnlySpan<double> Belief(int node) => _beliefs.AsSpan(node * _states, _states);

    /// <summary>Reads the contexts that the edit changes, and goes on from their parents for the others.</summary>
    public void Read(int first, int count, float[] activations)
    {
        int width = activations.Length / count;
        for (int row = 0; row < count; row++)
        {
            int node = first + row;
            Span<double> belief = _beliefs.AsSpan(node * _states, _states);
            if (edit.Changes(node))
            {
                double[] centred = [.. Enumerable.Range(0, width).Select(i => activations[(row * width) + i] - map[i * (_states + 1)])];
                (_inverse * Vector<double>.Build.Dense(centred)).AsArray().CopyTo(belief);
                OntoSimplex(belief);
                _changed[node] = true;
            }
            else if (_changed[tree.Parents[node]] && tree.Process.Advance(Belief(tree.Parents[node]), tree.Symbols[node], belief) > 0)
            {
                _changed[node] = true;
            }
        }
    }

    private static void OntoSimplex(Span<double> belief)
    {
        double sum = 0;
        for (int s = 0; s < belief.Length; s++)
        {
            sum += belief[s] = Math.Max(0, belief[s]);
        }
        for (int s = 0; s < belief.Length && sum > 0; s++)
        {
            belief[s] /= sum;
        }
    }
}
