using System.Text.Json.Serialization;
using Harness.Experiments;
using Harness.Reports.Records;

namespace Harness.Reports;

/// <summary>All that is reported of one run, as plain data: every report is a function of it, and it survives a round trip through JSON.</summary>
/// <param name="Schema">Version of this format: 1.</param>
/// <param name="Claims">In the order of the spec.</param>
/// <param name="Picture">Kept in a file of its own, for its size.</param>
/// <param name="Provenance">Everything that may differ between two runs of the same spec.</param>
internal sealed record ReportModel(
    int Schema,
    ExperimentRecord Experiment,
    IReadOnlyList<VerdictRecord> Claims,
    IReadOnlyList<ReplicateRecord> Replicates,
    TheoryRecord Theory,
    Provenance Provenance,
    [property: JsonIgnore] PictureRecord? Picture = null)
{
    public const int CurrentSchema = 1;

    /// <param name="registrations">How its claims stand to the registry, by claim id.</param>
    public static ReportModel Of(ExperimentResult result, Provenance provenance, IReadOnlyDictionary<string, Registration>? registrations = null)
    {
        BeliefPicture? picture = result.Replicates.Select(replicate => replicate.Picture).FirstOrDefault(kept => kept is not null);
        return new ReportModel(
            CurrentSchema,
            ExperimentRecord.Of(result.Plan),
            [.. result.Verdicts.Select(verdict => VerdictRecord.Of(
                verdict, result.Plan.Exploratory, result.Plan.Exploratory ? null : registrations?.GetValueOrDefault(verdict.Claim.Id)))],
            [.. result.Replicates.Select(ReplicateRecord.Of)],
            TheoryRecord.Of(result.Plan),
            provenance,
            picture is null ? null : PictureRecord.Of(result.Plan.Tree, picture));
    }
}
