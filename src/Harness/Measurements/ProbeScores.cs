namespace Harness.Measurements;

/// <summary>What one location gives for the belief and for each draw of its two destructions.</summary>
internal sealed record ProbeScores(ProbeScore Belief, IReadOnlyList<ProbeScore> Shuffled, IReadOnlyList<ProbeScore> Permuted)
{
    public static ProbeScores Of(CrossProducts products, Partition partition)
    {
        TargetTable targets = products.Targets;
        int[] draws = [.. Enumerable.Range(0, targets.Draws)];
        IReadOnlyList<ProbeScore> all = RidgeProbe.Score(
            products, partition, [0, .. draws.Select(targets.Shuffled), .. draws.Select(targets.Permuted)], targets.States);
        return new ProbeScores(all[0], [.. all.Skip(1).Take(targets.Draws)], [.. all.Skip(1 + targets.Draws)]);
    }
}
