using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The children of some nodes of a hidden Markov model, several parents in each vector register.</summary>
/// <remarks>
/// Beliefs are turned over into [state][parent], so that η'_j = Σ_i η_i T⁽ᶻ⁾[i,j] is a few multiplications of whole registers, entries that
/// are 0 left out. Sums run in the same order as in <see cref="HiddenMarkovModel.Advance"/>, without fused operations: the bits are the same.
/// </remarks>
internal sealed class DenseChildBlock : ChildBlock
{
    // The turned-over beliefs of parents and children should stay in the first-level cache.
    private const int Numbers = 1152;
    private const int MostParents = 192;
    private const int Lanes = 8;

    private readonly int _states;
    private readonly int _alphabet;
    private readonly double _smallest;
    private readonly double[] _readout;

    // Column c = symbol·S + to has the entries _columns[c] .. _columns[c+1]−1: rows and values, rows ascending.
    private readonly int[] _columns;
    private readonly int[] _rows;
    private readonly double[] _values;

    // Between rows of the arrays below; not a power of two, or the rows would compete for the same places of the cache.
    private readonly int _stride;
    private readonly double[] _parents;
    private readonly double[] _next;
    private readonly double[] _probabilities;

    // Of the children when every one is possible.
    private readonly ushort[] _symbols;
    private readonly int[] _offsets;
    private int _count;
    private bool _full;

    public DenseChildBlock(HiddenMarkovModel process)
    {
        _states = process.StateCount;
        _alphabet = process.SymbolCount;
        _smallest = process.Kind == ProcessKind.Ghmm ? HiddenMarkovModel.SmallestProbability : double.Epsilon;
        _readout = process.Readout.ToArray();
        Capacity = Math.Clamp(Numbers / (_states * _alphabet) / Lanes * Lanes, Lanes, MostParents);
        _stride = Capacity + Lanes;
        _parents = new double[_states * _stride];
        _next = new double[_alphabet * _states * _stride];
        _probabilities = new double[_alphabet * _stride];
        _symbols = [.. Enumerable.Range(0, Capacity * _alphabet).Select(child => (ushort)(child % _alphabet))];
        _offsets = [.. Enumerable.Range(0, Capacity * _alphabet).Select(child => child / _alphabet)];
        _columns = new int[(_alphabet * _states) + 1];
        List<int> rows = [];
        List<double> values = [];
        for (int column = 0; column < _alphabet * _states; column++)
        {
            ReadOnlySpan<double> matrix = process.TransitionMatrix(column / _states);
            for (int from = 0; from < _states; from++)
            {
                double value = matrix[(from * _states) + (column % _states)];
                if (value != 0)
                {
                    rows.Add(from);
                    values.Add(value);
                }
            }
            _columns[column + 1] = rows.Count;
        }
        (_rows, _values) = ([.. rows], [.. values]);
    }

    public override int Capacity { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Expand(ReadOnlySpan<double> beliefs)
    {
        _count = beliefs.Length / _states;
        Transpose(ref MemoryMarshal.GetReference(beliefs));
        for (int symbol = 0; symbol < _alphabet; symbol++)
        {
            for (int to = 0; to < _states; to++)
            {
                Column((symbol * _states) + to);
            }
            Normalise(symbol);
        }
        int possible = 0;
        for (int symbol = 0; symbol < _alphabet; symbol++)
        {
            foreach (double probability in _probabilities.AsSpan(symbol * _stride, _count))
            {
                possible += probability >= _smallest ? 1 : 0;
            }
        }
        _full = possible == _count * _alphabet;
        return possible;
    }

    public override void Write(int firstParent, int at, int[] parents, ushort[] symbols, double[] probabilities, double[] beliefs)
    {
        if (_full)
        {
            WriteAll(firstParent, at, parents, symbols, probabilities, beliefs);
            return;
        }
        for (int parent = 0; parent < _count; parent++)
        {
            for (int symbol = 0; symbol < _alphabet; symbol++)
            {
                double probability = _probabilities[(symbol * _stride) + parent];
                if (probability >= _smallest)
                {
                    parents[at] = firstParent + parent;
                    symbols[at] = (ushort)symbol;
                    probabilities[at] = probabilities[firstParent + parent] * probability;
                    for (int state = 0; state < _states; state++)
                    {
                        beliefs[(at * _states) + state] = _next[(((symbol * _states) + state) * _stride) + parent];
                    }
                    at++;
                }
            }
        }
    }

    // Every token can follow every parent: each array is filled by a loop of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteAll(int firstParent, int at, int[] parents, ushort[] symbols, double[] probabilities, double[] beliefs)
    {
        int children = _count * _alphabet;
        _symbols.AsSpan(0, children).CopyTo(symbols.AsSpan(at));
        Span<int> parentOf = parents.AsSpan(at, children);
        ReadOnlySpan<int> offset = _offsets.AsSpan(0, children);
        for (int child = 0; child < parentOf.Length; child++)
        {
            parentOf[child] = firstParent + offset[child];
        }
        for (int symbol = 0; symbol < _alphabet; symbol++)
        {
            Spread(ref _probabilities[symbol * _stride], ref probabilities[at + symbol], _alphabet, ref probabilities[firstParent]);
        }
        for (int column = 0; column < _alphabet * _states; column++)
        {
            Spread(ref _next[column * _stride], ref beliefs[(at * _states) + column], _alphabet * _states);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ref double source, ref double target, int step)
    {
        int count = _count, parent = 0;
        for (; parent <= count - 4; parent += 4)
        {
            target = source;
            Unsafe.Add(ref target, step) = Unsafe.Add(ref source, 1);
            Unsafe.Add(ref target, 2 * step) = Unsafe.Add(ref source, 2);
            Unsafe.Add(ref target, 3 * step) = Unsafe.Add(ref source, 3);
            source = ref Unsafe.Add(ref source, 4);
            target = ref Unsafe.Add(ref target, 4 * step);
        }
        for (; parent < count; parent++)
        {
            target = source;
            source = ref Unsafe.Add(ref source, 1);
            target = ref Unsafe.Add(ref target, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ref double source, ref double target, int step, ref double mass)
    {
        int count = _count;
        for (int parent = 0; parent < count; parent++)
        {
            target = mass * source;
            source = ref Unsafe.Add(ref source, 1);
            mass = ref Unsafe.Add(ref mass, 1);
            target = ref Unsafe.Add(ref target, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(ref double belief)
    {
        ref double parents = ref MemoryMarshal.GetArrayDataReference(_parents);
        int states = _states, stride = _stride;
        for (int parent = 0; parent < _count; parent++)
        {
            ref double place = ref Unsafe.Add(ref parents, parent);
            for (int state = 0; state < states; state++)
            {
                place = belief;
                belief = ref Unsafe.Add(ref belief, 1);
                place = ref Unsafe.Add(ref place, stride);
            }
        }
    }

    // One coordinate of ηT⁽ᶻ⁾, four entries of the matrix at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Column(int column)
    {
        ref double target = ref _next[column * _stride];
        int first = _columns[column], end = _columns[column + 1];
        if (first == end)
        {
            Unsafe.InitBlockUnaligned(ref Unsafe.As<double, byte>(ref target), 0, (uint)(_stride * sizeof(double)));
        }
        for (int entry = first; entry < end; entry += 4)
        {
            int more = Math.Min(4, end - entry);
            ref double a = ref Row(entry), b = ref Row(entry + Math.Min(1, more - 1)), c = ref Row(entry + Math.Min(2, more - 1)), d = ref Row(entry + Math.Min(3, more - 1));
            Vector512<double> va = Value(entry), vb = Value(entry + Math.Min(1, more - 1)), vc = Value(entry + Math.Min(2, more - 1)), vd = Value(entry + Math.Min(3, more - 1));
            for (nuint parent = 0; parent < (nuint)_count; parent += Lanes)
            {
                Vector512<double> sum = Vector512.LoadUnsafe(ref a, parent) * va;
                if (entry > first)
                {
                    sum = Vector512.LoadUnsafe(ref target, parent) + sum;
                }
                if (more > 1)
                {
                    sum += Vector512.LoadUnsafe(ref b, parent) * vb;
                }
                if (more > 2)
                {
                    sum += Vector512.LoadUnsafe(ref c, parent) * vc;
                }
                if (more > 3)
                {
                    sum += Vector512.LoadUnsafe(ref d, parent) * vd;
                }
                sum.StoreUnsafe(ref target, parent);
            }
        }
    }

    // The total ηT⁽ᶻ⁾φ, and the quotient; impossible parents get quotients that nobody reads.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Normalise(int symbol)
    {
        ref double next = ref _next[symbol * _states * _stride];
        ref double probabilities = ref _probabilities[symbol * _stride];
        nuint stride = (nuint)_stride, end = (nuint)(_states * _stride);
        for (nuint parent = 0; parent < (nuint)_count; parent += Lanes)
        {
            Vector512<double> total = Vector512<double>.Zero;
            int state = 0;
            for (nuint row = 0; row < end; row += stride)
            {
                total += Vector512.LoadUnsafe(ref next, row + parent) * Vector512.Create(_readout[state++]);
            }
            total.StoreUnsafe(ref probabilities, parent);
            for (nuint row = 0; row < end; row += stride)
            {
                (Vector512.LoadUnsafe(ref next, row + parent) / total).StoreUnsafe(ref next, row + parent);
            }
        }
    }

    private ref double Row(int entry) => ref _parents[_rows[entry] * _stride];

    private Vector512<double> Value(int entry) => Vector512.Create(_values[entry]);
}
