namespace Harness.Processes.Compositions;

/// <summary>A non-ergodic mixture: one of several processes is chosen once, and for ever, by its weight.</summary>
/// <remarks>
/// P(w) = Σ_c p_c P_c(w). The belief is (P(1 | w) η₁, P(2 | w) η₂, …): each component's own belief times the probability that it is the one. For hidden
/// Markov models, generalised or not, this is the belief of the block-diagonal model that starts from weights ⊗ starts, and <see cref="Of"/> builds that
/// model where it is not too large. Alphabets may overlap: a component that cannot emit a token is excluded by it.
/// </remarks>
internal sealed class MixtureProcess : LinearProcess
{
    private readonly IReadOnlyList<MixtureComponent> _components;
    private readonly int[][] _own;
    private readonly int[] _offsets;

    public MixtureProcess(ProcessName name, IReadOnlyList<MixtureComponent> components, IReadOnlyList<double>? start = null)
        : base(name, Names(components, component => component.States), start ?? Weighted(components, component => component.Start))
    {
        _components = components;
        _own = [.. components.Select(component => Enumerable.Range(0, name.Symbols.Count).Select(component.OwnToken).ToArray())];
        _offsets = [.. components.Select((_, c) => components.Take(c).Sum(component => component.Process.StateCount))];
        Stationary = Weighted(components, component => component.Stationary);
    }

    public IReadOnlyList<MixtureComponent> Components => _components;

    public override ProcessKind Kind => _components.Any(component => component.Process.Kind == ProcessKind.Ghmm) ? ProcessKind.Ghmm : ProcessKind.Hmm;

    /// <summary>Which component it is, time does not tell: the weights stay.</summary>
    public override IReadOnlyList<double> Stationary { get; }

    public override IEnumerable<double> Numbers => ProcessNumbers.Of(2, Start,
        [[SymbolCount], .. _components.Select(component => component.Process.Numbers.Prepend(component.Weight).Concat(component.Tokens.Select(token => (double)token)))]);

    public override long JointCount => _components.Sum(component => component.Process.JointCount);

    /// <summary>The mixture as one block-diagonal model where all components are hidden Markov models and it is not too large, else as a mixture of filters.</summary>
    public static LinearProcess Of(ProcessName name, IReadOnlyList<MixtureComponent> components)
    {
        MixtureProcess mixture = new(name, components);
        return components.All(component => component.Process is HiddenMarkovModel) && Expansion.IsSmall(mixture) ? Expansion.Of(mixture) : mixture;
    }

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        double total = 0;
        for (int c = 0; c < _components.Count; c++)
        {
            Span<double> after = Part(c, next);
            double[] own = Own(c, belief, out double mass);
            double probability = mass > 0 && _own[c][symbol] >= 0 ? mass * _components[c].Process.Advance(own, _own[c][symbol], after) : 0;
            if (probability <= 0)
            {
                after.Clear();
                continue;
            }
            Scale(after, probability);
            total += probability;
        }
        if (total > 0)
        {
            Scale(next, 1 / total);
        }
        return total;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        law.Clear();
        for (int c = 0; c < _components.Count; c++)
        {
            double[] own = Own(c, belief, out double mass);
            if (mass > 0)
            {
                double[] laws = new double[_components[c].Process.SymbolCount];
                _components[c].Process.NextToken(own, laws);
                for (int z = 0; z < laws.Length; z++)
                {
                    law[_components[c].Tokens[z]] += mass * laws[z];
                }
            }
        }
    }

    public override MixtureProcess StartingFrom(double[] belief) => new(new ProcessName(Id, Parameters, Symbols), _components, belief);

    public override MixtureProcess Renamed(ProcessName name) => new(name, _components, Start);

    public override IReadOnlyList<string> JointStates() => Names(_components, process => process.JointStates());

    public override double[] JointReadout() => [.. _components.SelectMany(component => component.Process.JointReadout())];

    public override void Joint(ReadOnlySpan<double> belief, Span<double> joint)
    {
        foreach ((MixtureComponent component, int c) in _components.Select((component, c) => (component, c)))
        {
            Span<double> block = joint[..(int)component.Process.JointCount];
            block.Clear();
            double[] own = Own(c, belief, out double mass);
            if (mass > 0)
            {
                component.Process.Joint(own, block);
                Scale(block, mass);
            }
            joint = joint[block.Length..];
        }
    }

    public override double Mass(ReadOnlySpan<double> belief)
    {
        double mass = 0;
        for (int c = 0; c < _components.Count; c++)
        {
            mass += _components[c].Process.Mass(Part(c, belief));
        }
        return mass;
    }

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        result.Clear();
        int cell = 0;
        for (int l = 0; l < left; l++)
        {
            for (int c = 0; c < _components.Count; c++)
            {
                int block = (int)_components[c].Process.JointCount * right;
                if (symbol is not { } z)
                {
                    _components[c].Process.Apply(null, tensor.Slice(cell, block), result.Slice(cell, block), 1, right);
                }
                else if (_own[c][z] >= 0)
                {
                    _components[c].Process.Apply(_own[c][z], tensor.Slice(cell, block), result.Slice(cell, block), 1, right);
                }
                cell += block;
            }
        }
    }

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        result.Clear();
        int cell = 0;
        for (int l = 0; l < left; l++)
        {
            foreach (MixtureComponent component in _components)
            {
                int block = (int)component.Process.JointCount * right;
                double[] laws = new double[component.Process.SymbolCount * right];
                component.Process.Emit(tensor.Slice(cell, block), laws, 1, right);
                for (int own = 0; own < laws.Length; own++)
                {
                    result[(((l * SymbolCount) + component.Tokens[own / right]) * right) + (own % right)] += laws[own];
                }
                cell += block;
            }
        }
    }

    // The component's own belief, and the probability that it is the one.
    private double[] Own(int component, ReadOnlySpan<double> belief, out double mass) => _components[component].Process.Unscaled(Part(component, belief), out mass);

    private ReadOnlySpan<double> Part(int component, ReadOnlySpan<double> belief) => belief.Slice(_offsets[component], _components[component].Process.StateCount);

    private Span<double> Part(int component, Span<double> belief) => belief.Slice(_offsets[component], _components[component].Process.StateCount);

    private static string[] Names(IReadOnlyList<MixtureComponent> components, Func<LinearProcess, IReadOnlyList<string>> names) =>
        [.. components.SelectMany((component, c) => names(component.Process).Select(state => FormattableString.Invariant($"{c + 1}:{state}")))];

    private static double[] Weighted(IReadOnlyList<MixtureComponent> components, Func<LinearProcess, IReadOnlyList<double>> beliefs) =>
        [.. components.SelectMany(component => beliefs(component.Process).Select(coordinate => component.Weight * coordinate))];
}
