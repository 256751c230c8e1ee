using System.CommandLine;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Text;
using Harness.Runner;
using Harness.Specs;
using Spectre.Console;

namespace Harness.Cli.Commands;

/// <summary><c>harness run</c>: train, measure, judge, report.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        RunOptions options = new();
        Command command = new("run", "Train the networks of experiments, measure, and judge every claim.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Reported(options, parsed, cancellation));
        return command;
    }

    // A build server learns of a run that came to no verdict in the same places where it would find the verdicts.
    private static async Task<int> Reported(RunOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            int code = await Run(options, parsed, cancellation).ConfigureAwait(false);
            if (code == ExitCode.NothingSelected)
            {
                FailureOutputs.Write(RunFailure.NothingSelected, options, parsed, Surroundings.Read());
            }
            return code;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            FailureOutputs.Write(RunFailure.Of(error), options, parsed, Surroundings.Read());
            throw;
        }
    }

    private static async Task<int> Run(RunOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        Output output = CommonOptions.Output(parsed);
        Surroundings surroundings = Surroundings.Read();
        Arguments arguments = new();
        Selection selection = options.Selection(parsed, arguments);
        int jobs = parsed.GetValue(options.Jobs) ?? surroundings.Processors;
        arguments.At["jobs"].InRange(jobs, 1, 1024);
        arguments.ThrowIfAny();
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load(parsed.GetValue(options.Paths)!, surroundings.Workspace);
        foreach (string id in selection.ClaimIds.Except(experiments.SelectMany(experiment => experiment.Spec.Claims).Select(claim => claim.Id)))
        {
            output.Note($"warning: no experiment here has the claim '{id}'.");
        }
        ExperimentPlan[] plans = [.. experiments.Select(selection.Plan).OfType<ExperimentPlan>()];
        if (plans.Length == 0)
        {
            output.Error(RunFailure.NothingSelected.Message);
            return ExitCode.NothingSelected;
        }
        foreach (ExperimentPlan plan in plans.Where(plan => plan.Exploratory))
        {
            output.Note($"warning: {plan.Spec.Id} runs with other seeds than its spec, so its claims are exploratory in this run and gate nothing.");
        }
        Registrations registrations = Registrations.Of([.. experiments.Where(experiment => plans.Any(plan => !plan.Exploratory && plan.Spec.Id == experiment.Spec.Id))], surroundings.Workspace);
        RunRequest request = new(plans, jobs, parsed.GetValue(options.NoCache) ? null : surroundings.Workspace.Cache);
        if (parsed.GetValue(options.DryRun))
        {
            Output.Result(DryRun.Describe(request, surroundings.Workspace.Format));
            return ExitCode.AsExpected;
        }
        RunFolders folders = RunFolders.For(plans, parsed.GetValue(options.Out), surroundings, arguments);
        arguments.ThrowIfAny();
        foreach (string id in registrations.WithoutRegistry)
        {
            output.Note($"warning: {id} has registered claims and no golden/registry.json; harness register makes one, and from then on edits show.");
        }
        (RunOutcome outcome, IReadOnlyList<string> log) = await Watch(request, surroundings.Workspace.Format, output, cancellation).ConfigureAwait(false);
        ReportModel[] models = [.. outcome.Results.Select((result, i) => ReportModel.Of(result, ProvenanceOf.Run(outcome, i, jobs, Arguments(parsed)), registrations.ByClaim))];
        folders.Write(outcome.Results, models, surroundings.Workspace.Format, log);
        int exitCode = ExitCode.Of(outcome.Results.SelectMany(result => result.Verdicts));
        Outputs.Write(options, parsed, experiments, models, exitCode, outcome, folders, output, surroundings);
        return exitCode;
    }

    private static async Task<(RunOutcome, IReadOnlyList<string>)> Watch(RunRequest request, SpecFormat format, Output output, CancellationToken cancellation)
    {
        int total = request.Plans.Sum(plan => plan.WithArms.Count * plan.Spec.Seeds.Count);
        async Task<(RunOutcome, IReadOnlyList<string>)> With(IRunObserver shown)
        {
            RecordingObserver observer = new(shown, total);
            return (await RunHost.RunAsync(request, format, observer, cancellation).ConfigureAwait(false), observer.Lines);
        }
        if (output.Quiet || !output.IsInteractive)
        {
            return await With(new PlainObserver(output.Note, total)).ConfigureAwait(false);
        }
        return await output.Terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => With(new SpectreObserver(context, text => output.Terminal.MarkupLineInterpolated($"[grey]{text}[/]"), total)))
            .ConfigureAwait(false);
    }

    private static IReadOnlyList<string> Arguments(ParseResult parsed) => [.. parsed.Tokens.Select(token => token.Value)];
}
