using Harness.Claims;
using Harness.Experiments;

namespace Harness.Runner.Falsifying;

/// <summary>The one record of a search for a counterexample; everything that is printed or written is a function of it.</summary>
/// <param name="Verdict">On the claim for all processes of the family.</param>
/// <param name="Processes">All that were drawn, in their order.</param>
/// <param name="Counterexample">Null where none was found.</param>
internal sealed record Falsification(
    FalsifyRequest Request, Verdict Verdict, ForAllCounts Counts, IReadOnlyList<TestedProcess> Processes, Counterexample? Counterexample, DateTimeOffset StartedAt, double Seconds)
{
    /// <summary>As for any claim; and inconclusive, whatever its status, where no process was tested: that says nothing.</summary>
    public int Code => Verdict.Reason.Code == ForAllJudge.NothingTested ? ExitCode.Inconclusive : ExitCode.Of([Verdict]);
}
