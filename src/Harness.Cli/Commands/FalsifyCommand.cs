using System.CommandLine;
using Harness.Experiments;
using Harness.Runner;
using Harness.Runner.Falsifying;

namespace Harness.Cli.Commands;

/// <summary><c>harness falsify</c>: a claim about all processes of a family, tested by looking for a counterexample.</summary>
internal static class FalsifyCommand
{
    private static readonly Argument<string> s_claim = new("claim") { Description = "The id of a claim: its experiment's process is replaced by those that are drawn." };
    private static readonly Option<string> s_over = new("--over") { Description = "The family: an id, or the path of a family file. The claim's own by default." };
    private static readonly Option<int?> s_processes = new("--processes") { Description = "How many eligible processes are tested; 20 where nothing is said." };
    private static readonly Option<double?> s_minutes = new("--minutes") { Description = "No process is begun after this time." };
    private static readonly Option<int?> s_seed = new("--seed") { Description = "Of everything that is drawn; 1 where nothing is said." };
    private static readonly Option<int?> s_shrinks = new("--shrinks") { Description = "The most smaller processes that are tried on a counterexample; 40 where nothing is said." };
    private static readonly Option<bool> s_keepGoing = new("--keep-going") { Description = "Test all processes even when one refutes, to estimate the failing fraction." };
    private static readonly Option<string[]> s_specs = new("--specs") { Description = "Specs or folders that hold the claim; spec/experiments by default, else the current folder.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> s_jobs = new("--jobs") { Description = "Replicates at once; as many as there are processors by default." };
    private static readonly Option<string> s_out = new("--out") { Description = "The folder of the result; runs/falsify-<claim>-<family>-<hash8> by default." };
    private static readonly Option<bool> s_noCache = new("--no-cache") { Description = "Neither read nor write trained networks." };
    private static readonly Option<bool> s_json = new("--json") { Description = "One JSON document on standard output, everything else on standard error." };

    public static Command Create()
    {
        Command command = new("falsify", "Draw processes from a family, judge the claim on each that can test it, and shrink the first counterexample.")
        {
            s_claim, s_over, s_processes, s_minutes, s_seed, s_shrinks, s_keepGoing, s_specs, s_jobs, s_out, s_noCache, s_json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Output output = CommonOptions.Output(parsed);
        Surroundings surroundings = Surroundings.Read();
        Arguments arguments = new();
        FalsifyRequest request = Request(parsed, surroundings, arguments);
        string folder = FalsifyRuns.Folder(request, parsed.GetValue(s_out), surroundings, arguments);
        arguments.ThrowIfAny();
        Falsification falsification = await FalsifyRuns.RunAsync(request, folder, output, surroundings, cancellation).ConfigureAwait(false);
        Output.Result(parsed.GetValue(s_json) ? FalsificationJson.Write(falsification) : FalsificationText.Write(falsification));
        return falsification.Code;
    }

    private static FalsifyRequest Request(ParseResult parsed, Surroundings surroundings, Arguments arguments)
    {
        Workspace workspace = surroundings.Workspace;
        int jobs = parsed.GetValue(s_jobs) ?? surroundings.Processors;
        arguments.At["jobs"].InRange(jobs, 1, 1024);
        string[] specs = parsed.GetValue(s_specs) is { Length: > 0 } named ? named : [workspace.UsualSpecs];
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load(specs, workspace);
        AskedBudget budget = new(parsed.GetValue(s_processes), parsed.GetValue(s_minutes), parsed.GetValue(s_seed), parsed.GetValue(s_shrinks), parsed.GetValue(s_keepGoing));
        FalsifyRequest? request = FalsifyRequest.Of(
            experiments, parsed.GetValue(s_claim)!, parsed.GetValue(s_over), budget, jobs, parsed.GetValue(s_noCache) ? null : workspace.Cache, workspace, arguments.At, arguments.Problems);
        arguments.ThrowIfAny();
        return request!;
    }
}
