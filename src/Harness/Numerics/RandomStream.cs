namespace Harness.Numerics;

/// <summary>A counter-based stream of random numbers: the k-th number needs no history.</summary>
/// <remarks>
/// SplitMix64 (Steele, Lea and Flood 2014): the output function applied to key + k·γ. <see cref="At"/> gives the substream of an index,
/// so that batch k of a training run can be drawn without drawing batches 0..k−1.
/// </remarks>
internal sealed class RandomStream
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private readonly ulong _key;
    private ulong _state;
    private double _spare = double.NaN;

    public RandomStream(ulong key) => _state = _key = key;

    /// <summary>The substream of an index, wherever this stream stands.</summary>
    public RandomStream At(long index) => new(Mix(_key ^ Mix((ulong)index + Gamma)));

    public ulong NextUInt64() => Mix(_state += Gamma);

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0..bound−1, by multiplication with rejection, so without bias.</summary>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        while (true)
        {
            UInt128 product = (UInt128)NextUInt64() * (ulong)bound;
            if ((ulong)product >= (0UL - (ulong)bound) % (ulong)bound)
            {
                return (int)(product >> 64);
            }
        }
    }

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spare))
        {
            double kept = _spare;
            _spare = double.NaN;
            return kept;
        }
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        double angle = 2 * Math.PI * NextDouble();
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>A uniformly random permutation of 0..count−1 (Fisher and Yates).</summary>
    public int[] NextPermutation(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
