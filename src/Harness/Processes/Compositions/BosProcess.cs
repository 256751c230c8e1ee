namespace Harness.Processes.Compositions;

/// <summary>A process that says, once, that it begins: one more state emits one more token, then the inner process starts.</summary>
/// <remarks>
/// The token and the state stand last. The belief is the inner belief times the probability that the sequence has begun, then the probability that it
/// has not. After the token, the law of all that follows is the inner one: contexts grow by one token. Nothing returns to the beginning, so that the
/// stationary law is the inner one.
/// </remarks>
internal sealed class BosProcess : LinearProcess
{
    private readonly LinearProcess _inner;

    /// <param name="name">With the inner symbols and the token of the beginning behind them.</param>
    public BosProcess(ProcessName name, LinearProcess inner, IReadOnlyList<double>? start = null)
        : base(name, [.. inner.States, Fresh(inner.States)], start ?? [.. new double[inner.StateCount], 1])
    {
        _inner = inner;
        Stationary = [.. inner.Stationary, 0];
    }

    /// <summary>The process that begins after the token.</summary>
    public LinearProcess Inner => _inner;

    public override ProcessKind Kind => _inner.Kind;

    public override IReadOnlyList<double> Stationary { get; }

    public override IEnumerable<double> Numbers => ProcessNumbers.Of(5, Start, [_inner.Numbers]);

    public override long JointCount => _inner.JointCount + 1;

    /// <summary>With matrices of its own where the inner process has them.</summary>
    public static LinearProcess Of(string id, LinearProcess inner, string symbol)
    {
        BosProcess process = new(new ProcessName(id, [.. inner.Symbols, symbol]), inner);
        return inner is HiddenMarkovModel ? Expansion.Of(process) : process;
    }

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        next.Clear();
        if (symbol == _inner.SymbolCount)
        {
            ((double[])[.. _inner.Start]).CopyTo(next);
            return belief[^1];
        }
        double[] own = _inner.Unscaled(belief[..^1], out double mass);
        return mass > 0 ? mass * _inner.Advance(own, symbol, next[..^1]) : 0;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        law.Clear();
        law[^1] = belief[^1];
        double[] own = _inner.Unscaled(belief[..^1], out double mass);
        if (mass > 0)
        {
            _inner.NextToken(own, law[..^1]);
            Scale(law[..^1], mass);
        }
    }

    public override BosProcess StartingFrom(double[] belief) => new(new ProcessName(Id, Parameters, Symbols), _inner, belief);

    public override BosProcess Renamed(ProcessName name) => new(name, _inner, Start);

    public override IReadOnlyList<string> JointStates() => [.. _inner.JointStates(), Fresh(_inner.JointStates())];

    public override double[] JointReadout() => [.. _inner.JointReadout(), 1];

    public override void Joint(ReadOnlySpan<double> belief, Span<double> joint)
    {
        joint.Clear();
        joint[^1] = belief[^1];
        double[] own = _inner.Unscaled(belief[..^1], out double mass);
        if (mass > 0)
        {
            _inner.Joint(own, joint[..^1]);
            Scale(joint[..^1], mass);
        }
    }

    public override double Mass(ReadOnlySpan<double> belief) => _inner.Mass(belief[..^1]) + belief[^1];

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        int inner = (int)_inner.JointCount * right, block = inner + right;
        double[] start = _inner.Joint(_inner.Start);
        result.Clear();
        for (int l = 0; l < left; l++)
        {
            ReadOnlySpan<double> from = tensor.Slice(l * block, block);
            Span<double> to = result.Slice(l * block, inner);
            if (symbol != _inner.SymbolCount)
            {
                _inner.Apply(symbol, from[..inner], to, 1, right);
            }
            if (symbol is null || symbol == _inner.SymbolCount)
            {
                for (int cell = 0; cell < inner; cell++)
                {
                    to[cell] += from[inner + (cell % right)] * start[cell / right];
                }
            }
        }
    }

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        int inner = (int)_inner.JointCount * right, laws = _inner.SymbolCount * right;
        for (int l = 0; l < left; l++)
        {
            ReadOnlySpan<double> from = tensor.Slice(l * (inner + right), inner + right);
            Span<double> to = result.Slice(l * (laws + right), laws + right);
            _inner.Emit(from[..inner], to[..laws], 1, right);
            from[inner..].CopyTo(to[laws..]);
        }
    }

    private static string Fresh(IReadOnlyList<string> states)
    {
        string name = "begin";
        while (states.Contains(name))
        {
            name += "'";
        }
        return name;
    }
}
