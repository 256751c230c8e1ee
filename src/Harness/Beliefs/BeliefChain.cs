using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>The Markov chain on the mixed states of a presentation that suffices.</summary>
/// <remarks>W_{η→η'} = Σ_{z: η→η'} P(z | η); laws are row vectors over mixed states. It starts surely in state 0.</remarks>
internal sealed class BeliefChain
{
    // Transient mass below this changes no average that is reported.
    private const double NegligibleMass = 1e-15;
    private const int MostSteps = 200_000;

    // Larger classes are not eliminated but iterated, moving only this part of the law at each step to damp periods.
    private const int LargestEliminated = 1024;
    private const double Damped = 0.9;
    private const double SettledChange = 1e-14;
    private const int MostDampedSteps = 20_000;

    private readonly double[] _entropies;

    public BeliefChain(MixedStatePresentation presentation)
    {
        if (!presentation.Suffices)
        {
            throw new ArgumentException($"The mixed-state presentation of '{presentation.Process.Id}' is not closed.", nameof(presentation));
        }
        Presentation = presentation;
        int alphabet = presentation.Process.SymbolCount;
        _entropies = [.. Enumerable.Range(0, presentation.Count)
            .Select(state => Shannon.EntropyNats(presentation.Probabilities.AsSpan(state * alphabet, alphabet)))];
    }

    public MixedStatePresentation Presentation { get; }

    /// <summary>H[P(·|η)] of each mixed state, in nats.</summary>
    public IReadOnlyList<double> EntropiesNats => _entropies;

    public double[] Start()
    {
        double[] law = new double[Presentation.Count];
        law[0] = 1;
        return law;
    }

    /// <summary>The law one token later, normalised against drift.</summary>
    public double[] Step(double[] law)
    {
        double[] next = Presentation.Step(law);
        double total = next.Sum();
        return [.. next.Select(mass => mass / total)];
    }

    /// <summary>Σ_η law(η) H[P(·|η)], in nats.</summary>
    public double NextTokenEntropyNats(double[] law) => Mean(law, state => _entropies[state]);

    /// <summary>Σ_η law(η) H[η], in nats: how uncertain the hidden state is. Only where beliefs are laws.</summary>
    public double BeliefEntropyNats(double[] law) => Mean(law, state => Shannon.EntropyNats(Presentation.Belief(state)));

    /// <summary>
    /// How often each mixed state is met in the long run (a Cesàro limit, so periods do no harm): the stationary law of each recurrent class
    /// times the probability of ending in it. Null when synchronisation is too slow, or a class too large, to compute it.
    /// </summary>
    public double[]? LongRun()
    {
        double[] law = Start();
        if (!Presentation.Closed)
        {
            return Settled(law);
        }
        for (int step = 0; law.Where((_, state) => !Presentation.Recurrent[state]).Sum() > NegligibleMass; step++)
        {
            if (step == MostSteps)
            {
                return null;
            }
            law = Step(law);
        }
        int[] component = StrongComponents.Of(Presentation.Transitions, Presentation.Process.SymbolCount);
        double[] result = new double[law.Length];
        foreach (int[] members in Enumerable.Range(0, law.Length).Where(state => Presentation.Recurrent[state])
            .GroupBy(state => component[state]).Select(group => group.ToArray()))
        {
            if (members.Length > LargestEliminated)
            {
                return Settled(law);
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

    /// <summary>The part of W between some states, row-major.</summary>
    public double[] Matrix(IReadOnlyList<int> members)
    {
        int alphabet = Presentation.Process.SymbolCount, size = members.Count;
        Dictionary<int, int> place = members.Select((state, i) => (state, i)).ToDictionary();
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int edge = members[i] * alphabet; edge < (members[i] + 1) * alphabet; edge++)
            {
                if (place.TryGetValue(Presentation.Transitions[edge], out int to))
                {
                    matrix[(i * size) + to] += Presentation.Probabilities[edge];
                }
            }
        }
        return matrix;
    }

    private double[]? Settled(double[] law)
    {
        for (int step = 0; step < MostDampedSteps; step++)
        {
            double[] next = Step(law);
            double distance = 0;
            for (int state = 0; state < law.Length; state++)
            {
                distance += Math.Abs(next[state] - law[state]);
                law[state] += Damped * (next[state] - law[state]);
            }
            if (distance <= SettledChange)
            {
                return law;
            }
        }
        return null;
    }

    private static double Mean(double[] law, Func<int, double> value)
    {
        CompensatedSum sum = new();
        for (int state = 0; state < law.Length; state++)
        {
            if (law[state] > 0)
            {
                sum.Add(law[state] * value(state));
            }
        }
        return sum.Value;
    }
}
