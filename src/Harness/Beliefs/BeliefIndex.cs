namespace Harness.Beliefs;

/// <summary>A growing set of beliefs that finds the nearest one already in it, completely within a small radius.</summary>
/// <remarks>
/// Beliefs are bucketed along a fixed line: a projection with weights of absolute sum 1 moves by no more than the max-norm distance, so
/// whatever lies within the radius stands in the same bucket or the nearer neighbour. Nothing near can be missed at a bucket's edge.
/// </remarks>
/// <param name="states">The number of coordinates of a belief.</param>
/// <param name="radius">Distances up to this are seen; anything farther is reported as infinitely far.</param>
internal sealed class BeliefIndex(int states, double radius = BeliefIndex.Radius)
{
    /// <summary>The radius where no other is given.</summary>
    public const double Radius = 1e-6;

    private const double GoldenRatio = 0.6180339887498949;
    private readonly double[] _direction = Direction(states);
    private readonly List<double> _beliefs = [];

    // The belief last added to each bucket, and for each belief the one added before it.
    private readonly Dictionary<long, int> _last = [];
    private readonly List<int> _before = [];

    public int Count => _before.Count;

    public ReadOnlySpan<double> this[int id] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_beliefs).Slice(id * _direction.Length, _direction.Length);

    /// <summary>The nearest belief and its max-norm distance; −1 and infinity where none lies within the radius.</summary>
    public (int Id, double Distance) Nearest(ReadOnlySpan<double> belief)
    {
        double place = Place(belief);
        long bucket = (long)Math.Floor(place);
        (int Id, double Distance) nearest = (-1, double.PositiveInfinity);
        Search(bucket, belief, ref nearest);
        Search(place - bucket < 0.5 ? bucket - 1 : bucket + 1, belief, ref nearest);
        return nearest;
    }

    public int Add(ReadOnlySpan<double> belief)
    {
        long bucket = (long)Math.Floor(Place(belief));
        _before.Add(_last.TryGetValue(bucket, out int before) ? before : -1);
        _last[bucket] = Count - 1;
        _beliefs.AddRange(belief);
        return Count - 1;
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

    private void Search(long bucket, ReadOnlySpan<double> belief, ref (int Id, double Distance) nearest)
    {
        for (int id = _last.GetValueOrDefault(bucket, -1); id >= 0; id = _before[id])
        {
            double distance = Distance(this[id], belief);
            if (distance <= radius && distance < nearest.Distance)
            {
                nearest = (id, distance);
            }
        }
    }

    // A bucket is four times as wide as the radius, so that even a rounded projection finds all that is near within the nearer half.
    private double Place(ReadOnlySpan<double> belief)
    {
        double projection = 0;
        for (int s = 0; s < belief.Length; s++)
        {
            projection += _direction[s] * belief[s];
        }
        return projection / (4 * radius);
    }

    // Incommensurable weights, so that beliefs which are permutations of each other do not share a bucket.
    private static double[] Direction(int states)
    {
        double[] weights = [.. Enumerable.Range(1, states).Select(i => i * GoldenRatio % 1)];
        double total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }
}
