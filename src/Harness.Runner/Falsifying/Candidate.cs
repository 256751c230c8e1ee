using Harness.Experiments;
using Harness.Processes;
using Harness.Runner.Families;
using Harness.Specs;

namespace Harness.Runner.Falsifying;

/// <summary>A draw with the process that its file says, and whether it can test the claim.</summary>
/// <param name="Eligibility">Null when the file is no process, or its theory has not been worked out.</param>
internal sealed record Candidate(Draw Draw, string Json, LinearProcess? Process, Eligibility? Eligibility = null)
{
    private const string NoProcess = "no-process";

    /// <summary>The plan of an eligible one.</summary>
    public ExperimentPlan? Plan => Eligibility is { Reason: null } eligible ? eligible.Plan : null;

    public string? Skipped => Process is null ? NoProcess : Eligibility?.Reason;

    /// <summary>Writes a draw as a process file and reads that: the process is what the file says.</summary>
    public static Candidate Of(Draw draw, string id, FalsifyRequest request)
    {
        string json = request.Family.Context.Write(draw.File(id, $"Drawn from {request.Family.Id}: {draw.Label}", "harness falsify"));
        List<Problem> problems = [];
        LinearProcess? process = request.Family.Context.Read(id, json, problems);
        return new Candidate(draw, json, problems.Count == 0 ? process : null);
    }

    /// <summary>The same with its theory worked out.</summary>
    public Candidate Judged(FalsifyRequest request) => Process is null ? this
        : this with { Eligibility = Eligibility.Of(request.Experiment.Spec with { Correction = null }, request.Experiment.File, request.OfOne, Process, request.Eligible) };
}
