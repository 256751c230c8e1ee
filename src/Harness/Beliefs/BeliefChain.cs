using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>The Markov chain on the mixed states of a closed presentation.</summary>
/// <remarks>W_{η→η'} = Σ_{z: η→η'} P(z | η); laws are row vectors over mixed states. It starts surely in state 0.</remarks>
internal sealed class BeliefChain
{
    // Transient mass below this changes no average that is reported.
    private const double NegligibleMass = 1e-15;
    private const int MostSteps = 200_000;
    private const int LargestClass = 1024;

    private readonly MixedStatePresentation _presentation;
    private readonly double[] _entropies;

    public BeliefChain(MixedStatePresentation presentation)
    {
        if (!presentation.Closed)
        {
            throw new ArgumentException($"The mixed-state presentation of '{presentation.Process.Id}' is not closed.", nameof(presentation));
        }
        _presentation = presentation;
        int alphabet = presentation.Process.SymbolCount;
        _entropies = [.. Enumerable.Range(0, presentation.Count)
            .Select(state => Shannon.EntropyNats(presentation.Probabilities.AsSpan(state * alphabet, alphabet)))];
    }

    public double[] Start()
    {
        double[] law = new double[_presentation.Count];
        law[0] = 1;
        return law;
    }

    /// <summary>The law one token later, normalised against drift.</summary>
    public double[] Step(double[] law)
    {
        int alphabet = _presentation.Process.SymbolCount;
        double[] next = new double[law.Length];
        for (int state = 0; state < law.Length; state++)
        {
            for (int edge = state * alphabet; law[state] > 0 && edge < (state + 1) * alphabet; edge++)
            {
                if (_presentation.Transitions[edge] >= 0)
                {
                    next[_presentation.Transitions[edge]] += law[state] * _presentation.Probabilities[edge];
                }
            }
        }
        double total = next.Sum();
        return [.. next.Select(mass => mass / total)];
    }

    /// <summary>Σ_η law(η) H[P(·|η)], in nats.</summary>
    public double NextTokenEntropyNats(double[] law)
    {
        CompensatedSum sum = new();
        for (int state = 0; state < law.Length; state++)
        {
            sum.Add(law[state] * _entropies[state]);
        }
        return sum.Value;
    }

    /// <summary>
    /// How often each mixed state is met in the long run (a Cesàro limit, so periods do no harm): the stationary law of each recurrent class
    /// times the probability of ending in it. Null when synchronisation is too slow, or a class too large, to compute it.
    /// </summary>
    public double[]? LongRun()
    {
        double[] law = Start();
        for (int step = 0; law.Where((_, state) => !_presentation.Recurrent[state]).Sum() > NegligibleMass; step++)
        {
            if (step == MostSteps)
            {
                return null;
            }
            law = Step(law);
        }
        int[] component = StrongComponents.Of(_presentation.Transitions, _presentation.Process.SymbolCount);
        double[] result = new double[law.Length];
        foreach (int[] members in Enumerable.Range(0, law.Length).Where(state => _presentation.Recurrent[state])
            .GroupBy(state => component[state]).Select(group => group.ToArray()))
        {
            if (members.Length > LargestClass)
            {
                return null;
            }
            double mass = members.Sum(state => law[state]);
            double[] stationary = MarkovChain.Stationary(Matrix(members), members.Length);
            for (int i = 0; i < members.Length; i++)
            {
                result[members[i]] = mass * stationary[i];
            }
        }
        return result;
    }

    private double[] Matrix(int[] members)
    {
        int alphabet = _presentation.Process.SymbolCount;
        Dictionary<int, int> place = members.Select((state, i) => (state, i)).ToDictionary();
        double[] matrix = new double[members.Length * members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            for (int edge = members[i] * alphabet; edge < (members[i] + 1) * alphabet; edge++)
            {
                if (_presentation.Transitions[edge] >= 0)
                {
                    matrix[(i * members.Length) + place[_presentation.Transitions[edge]]] += _presentation.Probabilities[edge];
                }
            }
        }
        return matrix;
    }
}
