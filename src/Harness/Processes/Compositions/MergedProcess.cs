using System.Buffers;

namespace Harness.Processes.Compositions;

/// <summary>A process of which several tokens look alike: a coarse-graining, such as a factor that is not seen.</summary>
/// <remarks>T'⁽ʸ⁾ = Σ_{z ↦ y} T⁽ᶻ⁾. Factors are no longer known one by one from the tokens, so that the belief is the joint one.</remarks>
internal sealed class MergedProcess : JointProcess
{
    private readonly int[][] _merged;

    /// <param name="seen">For each token of the process behind, the token that is seen; every token is seen of at least one.</param>
    public MergedProcess(ProcessName name, LinearProcess behind, IReadOnlyList<int> seen, IReadOnlyList<double>? start = null)
        : base(name, behind, start)
    {
        Seen = seen;
        _merged = [.. Enumerable.Range(0, name.Symbols.Count).Select(symbol => Enumerable.Range(0, seen.Count).Where(z => seen[z] == symbol).ToArray())];
    }

    /// <summary>For each token of the process behind, the token that is seen.</summary>
    public IReadOnlyList<int> Seen { get; }

    public override IEnumerable<double> Numbers => ProcessNumbers.Of(4, Start, [[.. Seen.Select(symbol => (double)symbol)], Behind.Numbers]);

    /// <summary>Under other names where no two tokens become one, with matrices of its own where the process behind has them, else on the joint belief.</summary>
    /// <param name="labels">The new name of each token; equal names make one token, at the place of the first.</param>
    public static LinearProcess Of(string id, LinearProcess behind, IReadOnlyList<string> labels)
    {
        List<string> symbols = [.. labels.Distinct(StringComparer.Ordinal)];
        ProcessName name = new(id, symbols);
        if (symbols.Count == labels.Count)
        {
            return behind.Renamed(name);
        }
        MergedProcess merged = new(name, behind, [.. labels.Select(label => symbols.IndexOf(label))]);
        return behind is HiddenMarkovModel ? Expansion.Of(merged) : merged;
    }

    public override MergedProcess StartingFrom(double[] belief) => new(new ProcessName(Id, Parameters, Symbols), Behind, Seen, belief);

    public override MergedProcess Renamed(ProcessName name) => new(name, Behind, Seen, Start);

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        if (symbol is not { } seen || _merged[seen].Length == Seen.Count)
        {
            Behind.Apply(null, tensor, result, left, right);
            return;
        }
        double[] term = ArrayPool<double>.Shared.Rent(result.Length);
        result.Clear();
        foreach (int z in _merged[seen])
        {
            Behind.Apply(z, tensor, term.AsSpan(0, result.Length), left, right);
            for (int cell = 0; cell < result.Length; cell++)
            {
                result[cell] += term[cell];
            }
        }
        ArrayPool<double>.Shared.Return(term);
    }

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        double[] laws = new double[left * Seen.Count * right];
        Behind.Emit(tensor, laws, left, right);
        result.Clear();
        for (int cell = 0; cell < laws.Length; cell++)
        {
            int l = cell / right / Seen.Count, z = cell / right % Seen.Count;
            result[(((l * SymbolCount) + Seen[z]) * right) + (cell % right)] += laws[cell];
        }
    }
}
