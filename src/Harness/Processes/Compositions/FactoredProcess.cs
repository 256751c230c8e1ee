namespace Harness.Processes.Compositions;

/// <summary>Several processes that emit together, one token each, read as one token: independent factors, or a chain of them.</summary>
/// <remarks>
/// The joint token is the mixed-radix number of the factors' tokens, first factor most significant: ((z₁V₂ + z₂)V₃ + z₃)… . An independent factor is
/// P(z_i | η_i); a controlled one is a variant chosen by z_{i−1} of the same step. Given the tokens, the factors are independent in both cases, so that the
/// belief is the factors' beliefs one after the other, each in its own gauge, and P(z | η) = Π_i P(z_i | η_i, z_{i−1}). The joint belief is their
/// Kronecker product (Shai et al. 2026, arXiv:2602.02385).
/// </remarks>
internal sealed class FactoredProcess : LinearProcess
{
    private const int SmallScratch = 512;

    private readonly FactorMaps _maps;
    private readonly int[] _offsets;
    private readonly int[] _strides;

    /// <param name="name">With the symbols that <see cref="JointSymbols"/> gives, or others in their place.</param>
    /// <param name="factors">The first one is not controlled.</param>
    /// <param name="start">The factors' beliefs before the first token; null for what each factor starts from.</param>
    public FactoredProcess(ProcessName name, IReadOnlyList<Factor> factors, IReadOnlyList<double>? start = null)
        : base(name, StateNames(factors), start ?? [.. factors.SelectMany(factor => factor.First.Start)])
    {
        Factors = factors;
        Stationary = [.. factors.SelectMany(factor => factor.First.Stationary)];
        _maps = new FactorMaps(factors);
        _offsets = [.. factors.Select((_, i) => factors.Take(i).Sum(factor => factor.StateCount))];
        _strides = [.. factors.Select((_, i) => factors.Skip(i + 1).Aggregate(1, (product, factor) => product * factor.SymbolCount))];
    }

    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>True for a product, false for a chain.</summary>
    public bool IsIndependent => Factors.All(factor => !factor.IsControlled);

    public override ProcessKind Kind => Factors.Any(factor => factor.First.Kind == ProcessKind.Ghmm) ? ProcessKind.Ghmm : ProcessKind.Hmm;

    /// <summary>The factors' stationary laws. The variants of a controlled factor share theirs, so that whatever chooses among them leaves it as it is.</summary>
    public override IReadOnlyList<double> Stationary { get; }

    public override IEnumerable<double> Numbers =>
        ProcessNumbers.Of(1, Start, [.. Factors.SelectMany(factor => factor.Variants.Select(variant => variant.Numbers).Prepend([factor.Variants.Count]))]);

    public override long JointCount => Factors.Aggregate(1L, (product, factor) => product * factor.First.JointCount);

    /// <summary>The names of the joint tokens, such as "0:2:1".</summary>
    public static IReadOnlyList<string> JointSymbols(IReadOnlyList<Factor> factors) => Joined(factors.Select(factor => factor.First.Symbols));

    /// <summary>The token of one factor in a joint token.</summary>
    public int TokenOf(int factor, int symbol) => symbol / _strides[factor] % Factors[factor].SymbolCount;

    /// <summary>The belief about one factor.</summary>
    public ReadOnlySpan<double> BeliefOf(int factor, ReadOnlySpan<double> belief) => belief.Slice(_offsets[factor], Factors[factor].StateCount);

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        double probability = 1;
        int previous = 0;
        for (int i = 0; i < Factors.Count && probability > 0; i++)
        {
            int token = TokenOf(i, symbol);
            probability *= Factors[i].After(previous).Advance(BeliefOf(i, belief), token, next.Slice(_offsets[i], Factors[i].StateCount));
            previous = token;
        }
        return probability;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        int most = Factors.Max(factor => factor.Variants.Count * factor.SymbolCount);
        Span<double> scratch = most <= SmallScratch ? stackalloc double[most] : new double[most];
        law[0] = 1;
        int prefixes = 1, before = 1;
        for (int i = 0; i < Factors.Count; i++)
        {
            Factor factor = Factors[i];
            int alphabet = factor.SymbolCount;
            for (int v = 0; v < factor.Variants.Count; v++)
            {
                factor.Variants[v].NextToken(BeliefOf(i, belief), scratch.Slice(v * alphabet, alphabet));
            }
            // From the last prefix to the first, each in the place of the tokens that continue it.
            for (int prefix = prefixes - 1; prefix >= 0; prefix--)
            {
                double mass = law[prefix];
                ReadOnlySpan<double> own = scratch.Slice(factor.IsControlled ? prefix % before * alphabet : 0, alphabet);
                for (int z = 0; z < alphabet; z++)
                {
                    law[(prefix * alphabet) + z] = mass * own[z];
                }
            }
            prefixes *= alphabet;
            before = alphabet;
        }
    }

    public override FactoredProcess StartingFrom(double[] belief) => new(new ProcessName(Id, Parameters, Symbols), Factors, belief);

    public override FactoredProcess Renamed(ProcessName name) => new(name, Factors, Start);

    public override IReadOnlyList<string> JointStates() => Joined(Factors.Select(factor => factor.First.JointStates()));

    public override double[] JointReadout() => Kronecker(Factors.Select(factor => factor.First.JointReadout()));

    public override void Joint(ReadOnlySpan<double> belief, Span<double> joint)
    {
        List<double[]> parts = [];
        for (int i = 0; i < Factors.Count; i++)
        {
            parts.Add(new double[Factors[i].JointCount]);
            Factors[i].First.Joint(BeliefOf(i, belief), parts[i]);
        }
        Kronecker(parts).CopyTo(joint);
    }

    // Scaled beliefs have every factor's part scaled.
    public override double Mass(ReadOnlySpan<double> belief) => Factors[0].First.Mass(BeliefOf(0, belief));

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        if (symbol is { } z)
        {
            _maps.Apply([.. Enumerable.Range(0, Factors.Count).Select(i => TokenOf(i, z))], tensor, result, left, right);
        }
        else
        {
            _maps.ApplySum(tensor, result, left, right);
        }
    }

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right) => _maps.Emit(tensor, result, left, right);

    private static string[] StateNames(IReadOnlyList<Factor> factors) =>
        [.. factors.SelectMany((factor, i) => factor.First.States.Select(state => FormattableString.Invariant($"{i + 1}:{state}")))];

    private static string[] Joined(IEnumerable<IReadOnlyList<string>> parts) =>
        parts.Aggregate<IReadOnlyList<string>, string[]?>(null, (names, own) => names is null ? [.. own] : [.. names.SelectMany(name => own.Select(last => $"{name}:{last}"))])!;

    private static double[] Kronecker(IEnumerable<double[]> vectors) =>
        vectors.Aggregate((left, right) => [.. left.SelectMany(x => right.Select(y => x * y))]);
}
