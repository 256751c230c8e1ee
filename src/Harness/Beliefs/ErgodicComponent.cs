using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>One way in which a process goes on for ever: a class of states that is never left, as a stationary process of its own.</summary>
/// <param name="Weight">The probability of ending in it: the mass that the stationary law of the whole puts on its states.</param>
/// <param name="Process">The process on the states of the class, from its own stationary law.</param>
/// <remarks>
/// A stationary process is a mixture of its components, and the past tells in the long run which one goes on: h = Σ w h_c, and for
/// components of different laws C_μ = H[w] + Σ w C_c and E = H[w] + Σ w E_c.
/// </remarks>
internal sealed record ErgodicComponent(double Weight, HiddenMarkovModel Process)
{
    // Components whose word probabilities agree this closely have one law.
    private const double OneLaw = 1e-10;

    /// <summary>The components of a hidden Markov model, in the order of their first states. One where it is irreducible.</summary>
    public static IReadOnlyList<ErgodicComponent> Of(HiddenMarkovModel process)
    {
        int states = process.StateCount;
        IReadOnlyList<IReadOnlyList<int>> classes = RecurrentClasses.Of(HiddenChain.Of(process), states).Classes;
        return classes.Count == 1 && classes[0].Count == states
            ? [new ErgodicComponent(1, process)]
            : [.. classes.Select(members => Of(process, members)).Where(component => component.Weight > 0)];
    }

    /// <summary>The total weights of the components that have one law.</summary>
    public static double[] DistinctWeights(IReadOnlyList<ErgodicComponent> components)
    {
        List<(ErgodicComponent First, double Weight)> distinct = [];
        foreach (ErgodicComponent component in components)
        {
            int same = distinct.FindIndex(other => SameLaw(other.First.Process, component.Process));
            if (same < 0)
            {
                distinct.Add((component, component.Weight));
            }
            else
            {
                distinct[same] = (distinct[same].First, distinct[same].Weight + component.Weight);
            }
        }
        return [.. distinct.Select(component => component.Weight)];
    }

    /// <summary>True when every word has the same probability in both.</summary>
    /// <remarks>
    /// (π_a T_a⁽ʷ⁾, π_b T_b⁽ʷ⁾) over all words w spans a space of at most S_a + S_b dimensions; the laws agree where each vector of a basis, found
    /// breadth first, has the same total in both parts (Paz 1971).
    /// </remarks>
    public static bool SameLaw(HiddenMarkovModel a, HiddenMarkovModel b)
    {
        int split = a.StateCount, size = split + b.StateCount;
        List<double[]> orthonormal = [];
        Queue<double[]> open = new([[.. a.Stationary, .. b.Stationary]]);
        while (open.TryDequeue(out double[]? vector))
        {
            if (Math.Abs(vector.Take(split).Sum() - vector.Skip(split).Sum()) > OneLaw)
            {
                return false;
            }
            double[] residue = [.. vector];
            foreach (double[] direction in orthonormal.Concat(orthonormal))
            {
                double along = Cholesky.Dot(residue, direction);
                for (int i = 0; i < size; i++)
                {
                    residue[i] -= along * direction[i];
                }
            }
            double length = Math.Sqrt(Cholesky.Dot(residue, residue));
            if (length <= OneLaw)
            {
                continue;
            }
            orthonormal.Add([.. residue.Select(coordinate => coordinate / length)]);
            for (int symbol = 0; symbol < a.SymbolCount; symbol++)
            {
                double[] next = new double[size];
                a.Propagate(vector.AsSpan(0, split), symbol, next.AsSpan(0, split));
                b.Propagate(vector.AsSpan(split), symbol, next.AsSpan(split));
                double total = next.Sum();
                if (total > 0)
                {
                    open.Enqueue([.. next.Select(coordinate => coordinate / total)]);
                }
            }
        }
        return true;
    }

    private static ErgodicComponent Of(HiddenMarkovModel process, IReadOnlyList<int> members)
    {
        int size = members.Count;
        double[][] matrices = [.. Enumerable.Range(0, process.SymbolCount).Select(symbol =>
        {
            ReadOnlySpan<double> whole = process.TransitionMatrix(symbol);
            double[] part = new double[size * size];
            for (int cell = 0; cell < part.Length; cell++)
            {
                part[cell] = whole[(members[cell / size] * process.StateCount) + members[cell % size]];
            }
            return part;
        })];
        double weight = members.Sum(state => process.Stationary[state]);
        double[] stationary = [.. members.Select(state => process.Stationary[state] / weight)];
        return new ErgodicComponent(weight, new HiddenMarkovModel(process.Id, process.Parameters, process.Symbols,
            [.. members.Select(state => process.States[state])], matrices, stationary, stationary));
    }
}
