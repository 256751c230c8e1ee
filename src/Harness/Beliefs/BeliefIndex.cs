namespace Harness.Beliefs;

/// <summary>A growing set of beliefs that finds the nearest one already in it, completely within a small radius.</summary>
/// <remarks>
/// Beliefs are bucketed along a fixed line: a projection with weights of absolute sum 1 moves by no more than the max-norm distance, so
/// whatever lies within <see cref="Radius"/> stands in the same bucket or a neighbour. Nothing near can be missed at a bucket's edge.
/// </remarks>
internal sealed class BeliefIndex
{
    /// <summary>Distances up to this are seen; anything farther is reported as infinitely far.</summary>
    public const double Radius = 1e-6;

    private const double GoldenRatio = 0.6180339887498949;
    private readonly double[] _direction;
    private readonly List<double> _beliefs = [];
    private readonly Dictionary<long, List<int>> _buckets = [];

    public BeliefIndex(int states)
    {
        // Incommensurable weights, so that beliefs which are permutations of each other do not share a bucket.
        double[] weights = [.. Enumerable.Range(1, states).Select(i => i * GoldenRatio % 1)];
        double total = weights.Sum();
        _direction = [.. weights.Select(weight => weight / total)];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<double> this[int id] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_beliefs).Slice(id * _direction.Length, _direction.Length);

    /// <summary>The nearest belief and its max-norm distance; −1 and infinity where none lies within the radius.</summary>
    public (int Id, double Distance) Nearest(ReadOnlySpan<double> belief)
    {
        int nearest = -1;
        double best = double.PositiveInfinity;
        long bucket = Bucket(belief);
        for (long neighbour = bucket - 1; neighbour <= bucket + 1; neighbour++)
        {
            foreach (int id in _buckets.GetValueOrDefault(neighbour) ?? [])
            {
                double distance = Distance(this[id], belief);
                if (distance <= Radius && distance < best)
                {
                    (nearest, best) = (id, distance);
                }
            }
        }
        return (nearest, best);
    }

    public int Add(ReadOnlySpan<double> belief)
    {
        long bucket = Bucket(belief);
        if (!_buckets.TryGetValue(bucket, out List<int>? ids))
        {
            _buckets[bucket] = ids = [];
        }
        ids.Add(Count);
        foreach (double probability in belief)
        {
            _beliefs.Add(probability);
        }
        return Count++;
    }

    /// <summary>max_s |a_s − b_s|.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double distance = 0;
        for (int s = 0; s < a.Length; s++)
        {
            distance = Math.Max(distance, Math.Abs(a[s] - b[s]));
        }
        return distance;
    }

    // Twice as wide as the radius: the projection itself is rounded.
    private long Bucket(ReadOnlySpan<double> belief)
    {
        double projection = 0;
        for (int s = 0; s < belief.Length; s++)
        {
            projection += _direction[s] * belief[s];
        }
        return (long)Math.Floor(projection / (2 * Radius));
    }
}
