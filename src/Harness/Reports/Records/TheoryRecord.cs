using Harness.Experiments;
using Harness.Measurements;

namespace Harness.Reports.Records;

/// <summary>What can be said without a network.</summary>
/// <param name="Nulls">Held-out R² of the nulls that need no network, for each partition that exists.</param>
/// <param name="TableGapsNats">Mean loss gap of the k-gram table over the trained contexts; index = k − 1.</param>
internal sealed record TheoryRecord(IReadOnlyList<TheoryProbeRecord> Nulls, IReadOnlyList<double> TableGapsNats)
{
    public static TheoryRecord Of(ExperimentPlan plan) => new(
        [.. Enum.GetValues<Partition>().Where(partition => plan.Contexts.FoldsOf(partition) is not null).Select(partition =>
            new TheoryProbeRecord(partition, plan.Theory.Of(Weighting.Probability, partition, ContextScope.Trained)))],
        [.. Enumerable.Range(1, plan.Theory.LongestTable).Select(plan.Theory.Tables.LossGapNats)]);
}
