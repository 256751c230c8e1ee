using Harness.Claims;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Records;
using Harness.Reports.Text;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>What a verdict is as the result of a test.</summary>
internal static class ClaimGate
{
    /// <summary>Skips an exploratory claim with its outcome; fails a registered one that did not come out as expected, with the verdict in full.</summary>
    /// <param name="warn">Receives the cautions of a claim that passes.</param>
    public static void Check(Verdict verdict, Registration? registration, Action<string> warn)
    {
        VerdictRecord record = VerdictRecord.Of(verdict, registration: registration);
        Assert.SkipUnless(record.Gates, $"exploratory: {Wording.Outcome(record)}. {record.Reason.Text}");
        if (record.Fails)
        {
            Assert.Fail(VerdictBlock.Write(record));
        }
        foreach (string caution in record.Cautions)
        {
            warn(caution);
        }
    }
}
