using Harness.Claims;
using Harness.Reports.Records;

namespace Harness.Reports;

/// <summary>The verdict file of one claim.</summary>
internal static class VerdictJson
{
    public static string Write(Verdict verdict) => Write(VerdictRecord.Of(verdict));

    public static string Write(VerdictRecord verdict) => ReportFormat.Write(verdict);

    public static VerdictRecord Read(string json) => ReportFormat.Read<VerdictRecord>(json);
}
