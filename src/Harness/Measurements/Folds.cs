using System.Buffers.Binary;
using System.Security.Cryptography;
using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>Assigns contexts to K = 5 folds so that what belongs together is held out together.</summary>
/// <remarks>
/// Groups are put into folds in descending order of their probability, each into the fold that is lightest so far; groups of equal
/// probability are ordered by a hash of their key and the fold seed. So folds are balanced by probability, and the same for every
/// replicate and every null.
/// </remarks>
internal static class Folds
{
    public const int Count = 5;
    private const int SharedTokens = 4;

    /// <summary>The fold of each context, or null when the partition does not exist here.</summary>
    /// <param name="stateOf">The mixed state of each node; null when the presentation is not finite.</param>
    public static int[]? Assign(Partition partition, BeliefTree tree, int[]? stateOf, int foldSeed)
    {
        long[] group = new long[tree.Count - 1];
        for (int context = 0; context < group.Length; context++)
        {
            int node = context + 1;
            switch (partition)
            {
                case Partition.Subtree:
                    group[context] = Ancestor(tree, node);
                    break;
                case Partition.Suffix:
                    group[context] = SuffixKey(tree, node);
                    break;
                default:
                    if (stateOf is null)
                    {
                        return null;
                    }
                    group[context] = stateOf[node];
                    break;
            }
        }
        return Balance(group, tree, foldSeed);
    }

    private static int Ancestor(BeliefTree tree, int node)
    {
        int last = tree.LevelStart[Math.Min(SharedTokens, tree.Depth) + 1];
        while (node >= last)
        {
            node = tree.Parents[node];
        }
        return node;
    }

    // Words of at most four tokens over at most 255 symbols, told apart by their length.
    private static long SuffixKey(BeliefTree tree, int node)
    {
        int alphabet = tree.Process.SymbolCount + 1;
        long key = 0;
        for (int taken = 0; taken < SharedTokens && node > 0; taken++, node = tree.Parents[node])
        {
            key = (key * alphabet) + tree.Symbols[node] + 1;
        }
        return key;
    }

    private static int[] Balance(long[] group, BeliefTree tree, int foldSeed)
    {
        Dictionary<long, double> mass = [];
        for (int context = 0; context < group.Length; context++)
        {
            mass[group[context]] = mass.GetValueOrDefault(group[context]) + tree.Probabilities[context + 1];
        }
        double[] load = new double[Count];
        Dictionary<long, int> fold = [];
        // Masses that are equal by symmetry differ in their last bits; rounding lets the hash decide between them.
        foreach ((long key, double weight) in mass.OrderByDescending(entry => Math.Round(entry.Value, 12)).ThenBy(entry => Hash(entry.Key, foldSeed)))
        {
            int lightest = Array.IndexOf(load, load.Min());
            fold[key] = lightest;
            load[lightest] += weight;
        }
        return [.. group.Select(key => fold[key])];
    }

    private static ulong Hash(long key, int foldSeed)
    {
        Span<byte> bytes = stackalloc byte[12 + 32];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, key);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], foldSeed);
        SHA256.HashData(bytes[..12], bytes[12..]);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]);
    }
}
