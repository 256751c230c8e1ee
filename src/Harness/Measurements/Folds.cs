using System.Buffers.Binary;
using System.Security.Cryptography;
using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>Assigns contexts to K = 5 folds so that what belongs together is held out together.</summary>
/// <remarks>
/// Groups are taken by the length of their shortest context, then in descending order of probability; each goes into the fold that is
/// lightest so far, among those in which the groups of its length do not exceed half of that length's probability. So folds are balanced by
/// probability, and no fold holds every context of a length: a probe is never asked about a position it has not seen at all. Groups of
/// equal probability are ordered by a hash of their key and the fold seed. Folds are the same for every replicate and every null.
/// </remarks>
internal static class Folds
{
    public const int Count = 5;
    private const int SharedTokens = 4;
    private const int Digits = 12;

    /// <summary>The fold of each context, or null when the partition does not exist here.</summary>
    /// <param name="stateOf">The mixed state of each node; null when the presentation is not finite.</param>
    /// <param name="repetition">0 for the folds of every probe; another number shuffles the groups of a length instead of taking the heaviest first.</param>
    public static int[]? Assign(Partition partition, BeliefTree tree, int[]? stateOf, int foldSeed, int repetition = 0)
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
        return Balance(group, tree, foldSeed, repetition);
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

    private static int[] Balance(long[] group, BeliefTree tree, int foldSeed, int repetition)
    {
        Dictionary<long, (int Shortest, double Mass)> groups = [];
        for (int context = 0; context < group.Length; context++)
        {
            // Nodes come level by level: the first context of a group is its shortest.
            (int shortest, double mass) = groups.GetValueOrDefault(group[context], (tree.Length(context + 1), 0));
            groups[group[context]] = (shortest, mass + tree.Probabilities[context + 1]);
        }
        double[] total = new double[Count];
        Dictionary<long, int> fold = [];
        foreach (IGrouping<int, KeyValuePair<long, (int Shortest, double Mass)>> stratum in groups.GroupBy(entry => entry.Value.Shortest).OrderBy(stratum => stratum.Key))
        {
            double[] own = new double[Count];
            double half = stratum.Sum(entry => entry.Value.Mass) / 2;
            // Masses that are equal by symmetry differ in their last bits; rounding lets the hash decide between them.
            foreach ((long key, (int _, double mass)) in stratum.OrderByDescending(entry => repetition == 0 ? Math.Round(entry.Value.Mass, Digits) : 0).ThenBy(entry => Hash(entry.Key, foldSeed + repetition)))
            {
                int lightest = Enumerable.Range(0, Count)
                    .MinBy(f => (own[f] > 0 && Math.Round(own[f] + mass - half, Digits) > 0, Math.Round(total[f], Digits)));
                fold[key] = lightest;
                own[lightest] += mass;
                total[lightest] += mass;
            }
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
