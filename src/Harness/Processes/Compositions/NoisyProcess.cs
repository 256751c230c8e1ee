using System.Buffers;

namespace Harness.Processes.Compositions;

/// <summary>A process whose tokens are replaced, each with probability ε, by one drawn from the whole alphabet.</summary>
/// <remarks>
/// T'⁽ᶻ⁾ = (1−ε)T⁽ᶻ⁾ + (ε/V)T with T = Σ_u T⁽ᵘ⁾ and V the number of (joint) tokens (Shai et al. 2026, arXiv:2602.02385). Both terms are applied factor by
/// factor to the joint belief: the V matrices are never made.
/// </remarks>
internal sealed class NoisyProcess(ProcessName name, LinearProcess behind, double epsilon, IReadOnlyList<double>? start = null) : JointProcess(name, behind, start)
{
    /// <summary>ε, from 0 to 1.</summary>
    public double Epsilon { get; } = epsilon;

    public override IEnumerable<double> Numbers => ProcessNumbers.Of(3, Start, [[Epsilon], Behind.Numbers]);

    /// <summary>With matrices of its own where the process behind it has them, else on the joint belief.</summary>
    public static LinearProcess Of(ProcessName name, LinearProcess behind, double epsilon)
    {
        NoisyProcess noisy = new(name, behind, epsilon);
        return behind is HiddenMarkovModel ? Expansion.Of(noisy) : noisy;
    }

    public override NoisyProcess StartingFrom(double[] belief) => new(new ProcessName(Id, Parameters, Symbols), Behind, Epsilon, belief);

    public override NoisyProcess Renamed(ProcessName name) => new(name, Behind, Epsilon, Start);

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        Behind.Apply(null, tensor, result, left, right);
        if (symbol is { } z)
        {
            double[] kept = ArrayPool<double>.Shared.Rent(result.Length);
            Behind.Apply(z, tensor, kept.AsSpan(0, result.Length), left, right);
            for (int cell = 0; cell < result.Length; cell++)
            {
                result[cell] = ((1 - Epsilon) * kept[cell]) + (Epsilon / SymbolCount * result[cell]);
            }
            ArrayPool<double>.Shared.Return(kept);
        }
    }

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        Behind.Emit(tensor, result, left, right);
        int block = SymbolCount * right;
        for (int l = 0; l < left; l++)
        {
            for (int r = 0; r < right; r++)
            {
                double total = 0;
                for (int cell = (l * block) + r; cell < (l + 1) * block; cell += right)
                {
                    total += result[cell];
                }
                for (int cell = (l * block) + r; cell < (l + 1) * block; cell += right)
                {
                    result[cell] = ((1 - Epsilon) * result[cell]) + (Epsilon / SymbolCount * total);
                }
            }
        }
    }
}
