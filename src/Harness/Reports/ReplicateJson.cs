using Harness.Experiments;
using Harness.Reports.Records;

namespace Harness.Reports;

/// <summary>The record of one replicate in a run folder.</summary>
internal static class ReplicateJson
{
    public static string Write(ReplicateResult replicate) => Write(ReplicateRecord.Of(replicate));

    public static string Write(ReplicateRecord replicate) => ReportFormat.Write(replicate);

    public static ReplicateRecord Read(string json) => ReportFormat.Read<ReplicateRecord>(json);
}
