using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The arrays of a belief tree while its levels are added.</summary>
/// <remarks>
/// With several threads a level is cut into chunks of parents; a first pass counts the children of each, so that every chunk knows where its
/// own begin, and a second one writes them. The layout, and so every bit, is that of a single thread.
/// </remarks>
internal sealed class TreeGrowth
{
    // A chunk is worth a thread's while; a level of fewer than two is not divided.
    private const int ChunkParents = 8192;
    private const int FirstCapacity = 1024;

    private readonly GenerativeProcess _process;
    private readonly int _most;
    private readonly int _degree;
    private readonly ChildBlock _block;

    /// <param name="capacity">The number of nodes where it is known beforehand; else the arrays double when they are full.</param>
    /// <param name="most">The most nodes.</param>
    /// <param name="degree">The most threads.</param>
    public TreeGrowth(GenerativeProcess process, int? capacity, int most, int degree)
    {
        _process = process;
        _most = most;
        _degree = degree;
        _block = ChildBlock.For(process);
        int nodes = Math.Max(1, capacity ?? Math.Min(FirstCapacity, most));
        Parents = LargeArray.Uninitialised<int>(nodes);
        Symbols = LargeArray.Uninitialised<ushort>(nodes);
        Probabilities = LargeArray.Uninitialised<double>(nodes);
        Beliefs = LargeArray.Uninitialised<double>(nodes * process.StateCount);
        (Parents[0], Symbols[0], Probabilities[0]) = (-1, 0, 1);
        for (int state = 0; state < process.StateCount; state++)
        {
            Beliefs[state] = process.Start[state];
        }
        Count = 1;
    }

    public int[] Parents { get; private set; }

    public ushort[] Symbols { get; private set; }

    public double[] Probabilities { get; private set; }

    public double[] Beliefs { get; private set; }

    /// <summary>Nodes so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the children of the nodes from <paramref name="first"/> on.</summary>
    /// <returns>False, and nothing is added, where the tree would have more nodes than it may.</returns>
    public bool AddLevel(int first)
    {
        int parents = Count - first;
        return _degree > 1 && parents >= 2 * ChunkParents ? AddByChunks(first, parents) : AddInOrder(first, Count);
    }

    /// <summary>Gives back what was set aside and not used.</summary>
    public void Trim() => Resize(Count);

    private bool AddInOrder(int first, int end)
    {
        for (int parent = first, next; parent < end; parent = next)
        {
            next = Math.Min(end, parent + _block.Capacity);
            int children = _block.Expand(Of(parent, next));
            if (!Reserve(children))
            {
                Count = end;
                return false;
            }
            _block.Write(parent, Count, Parents, Symbols, Probabilities, Beliefs);
            Count += children;
        }
        return true;
    }

    private bool AddByChunks(int first, int parents)
    {
        int chunks = (parents + ChunkParents - 1) / ChunkParents, end = Count;
        long[] at = new long[chunks + 1];
        ParallelChunks.Run(chunks, _degree, () => ChildBlock.For(_process), (chunk, block) =>
            Visit(first + (chunk * ChunkParents), end, block, (_, children) => at[chunk + 1] += children));
        at[0] = end;
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            at[chunk + 1] += at[chunk];
        }
        if (at[chunks] > _most || !Reserve((int)at[chunks] - end))
        {
            return false;
        }
        ParallelChunks.Run(chunks, _degree, () => ChildBlock.For(_process), (chunk, block) =>
        {
            int child = (int)at[chunk];
            Visit(first + (chunk * ChunkParents), end, block, (parent, children) =>
            {
                block.Write(parent, child, Parents, Symbols, Probabilities, Beliefs);
                child += children;
            });
        });
        Count = (int)at[chunks];
        return true;
    }

    // The blocks of one chunk.
    private void Visit(int first, int end, ChildBlock block, Action<int, int> expanded)
    {
        int last = Math.Min(end, first + ChunkParents);
        for (int parent = first, next; parent < last; parent = next)
        {
            next = Math.Min(last, parent + block.Capacity);
            expanded(parent, block.Expand(Of(parent, next)));
        }
    }

    private ReadOnlySpan<double> Of(int first, int end) => Beliefs.AsSpan(first * _process.StateCount, (end - first) * _process.StateCount);

    private bool Reserve(int more)
    {
        if (more > _most - Count)
        {
            return false;
        }
        if (Count + more > Parents.Length)
        {
            Resize((int)Math.Min(_most, Math.Max(2L * Parents.Length, Count + more)));
        }
        return true;
    }

    private void Resize(int nodes)
    {
        if (nodes != Parents.Length)
        {
            Parents = Resized(Parents, nodes);
            Symbols = Resized(Symbols, nodes);
            Probabilities = Resized(Probabilities, nodes);
            Beliefs = Resized(Beliefs, nodes * _process.StateCount);
        }
    }

    private static T[] Resized<T>(T[] array, int length)
        where T : unmanaged
    {
        T[] resized = LargeArray.Uninitialised<T>(length);
        array.AsSpan(0, Math.Min(array.Length, length)).CopyTo(resized);
        return resized;
    }
}
