namespace Harness.Measurements;

/// <summary>One more division into folds by the same partition: how much a held-out number depends on which parts were left out together.</summary>
/// <param name="Index">1, 2, …</param>
internal sealed record Repetition(Partition Partition, int Index);
