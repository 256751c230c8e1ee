using System.CommandLine;
using Harness.Cli.Scripts;
using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Text;
using Harness.Runner;
using Harness.Runner.Falsifying;
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
        bool activations = options.SavesActivations(parsed, arguments);
        arguments.ThrowIfAny();
        IReadOnlyList<LoadedExperiment> experiments = await Load(parsed.GetValue(options.Paths)!, surroundings.Workspace, cancellation).ConfigureAwait(false);
        foreach (string id in selection.ClaimIds.Except(experiments.SelectMany(experiment => experiment.Spec.Claims).Select(claim => claim.Id)))
        {
            output.Note($"warning: no experiment here has the claim '{id}'.");
        }
        SeedsOfFiles(experiments, selection, arguments);
        ExperimentPlan[] plans = [.. experiments.Select(selection.Plan).OfType<ExperimentPlan>()];
        FalsifyRequest[] falsifications = [.. FalsifyRequest.Of(experiments, selection, jobs, parsed.GetValue(options.NoCache) ? null : surroundings.Workspace.Cache, surroundings.Workspace)];
        if (plans.Length + falsifications.Length == 0)
        {
            output.Error(RunFailure.NothingSelected.Message);
            return ExitCode.NothingSelected;
        }
        foreach (ExperimentPlan plan in plans.Where(plan => plan.Exploratory))
        {
            output.Note($"warning: {plan.Spec.Id} runs with other seeds than its spec, so its claims are exploratory in this run and gate nothing.");
        }
        Registrations registrations = Registrations.Of([.. experiments.Where(experiment => plans.Any(plan => !plan.Exploratory && plan.Spec.Id == experiment.Spec.Id) || falsifications.Any(asked => asked.Experiment == experiment))], surroundings.Workspace);
        RunRequest request = new(plans, jobs, parsed.GetValue(options.NoCache) ? null : surroundings.Workspace.Cache);
        if (parsed.GetValue(options.DryRun))
        {
            Output.Result(DryRun.Describe(request, surroundings.Workspace.Format) + string.Concat(falsifications.Select(DryRun.Describe)));
            return ExitCode.AsExpected;
        }
        RunFolders folders = RunFolders.For(plans, parsed.GetValue(options.Out), surroundings, arguments);
        string[] falsified = [.. falsifications.Select(asked => FalsifyRuns.Folder(
            asked, parsed.GetValue(options.Out) is { } whole ? Path.Combine(whole, FalsificationFolder.DefaultName(asked, surroundings.Workspace.Format)) : null, surroundings, arguments))];
        arguments.ThrowIfAny();
        foreach (string id in registrations.WithoutRegistry)
        {
            output.Note($"warning: {id} has registered claims and no golden/registry.json; harness register makes one, and from then on edits show.");
        }
        (RunOutcome outcome, IReadOnlyList<string> log) = await Watch(request with { Files = folders.Files(plans, activations) }, surroundings.Workspace.Format, output, cancellation).ConfigureAwait(false);
        ReportModel[] models = [.. outcome.Results.Select((result, i) => ReportModel.Of(result, ProvenanceOf.Run(outcome, i, jobs, Arguments(parsed)), registrations.ByClaim))];
        folders.Write(outcome.Results, models, surroundings.Workspace.Format, log, activations);
        List<Falsification> forAll = [];
        for (int i = 0; i < falsifications.Length; i++)
        {
            forAll.Add(await FalsifyRuns.RunAsync(falsifications[i], falsified[i], output, surroundings, cancellation).ConfigureAwait(false));
        }
        int exitCode = ExitCode.First([ExitCode.Of(outcome.Results.SelectMany(result => result.Verdicts)), .. forAll.Select(falsification => falsification.Code)]);
        Outputs.Write(options, parsed, experiments, models, forAll, registrations, exitCode, outcome, folders, output, surroundings);
        return exitCode;
    }

    // Only the files of the spec's own seeds have been checked.
    private static void SeedsOfFiles(IReadOnlyList<LoadedExperiment> experiments, Selection selection, Arguments arguments)
    {
        foreach (LoadedExperiment experiment in experiments.Where(experiment => experiment.Spec.Model is not null))
        {
            foreach (int seed in (selection.Seeds ?? []).Except(experiment.Spec.Seeds))
            {
                arguments.At["seeds"].Report(Problems.Inconsistent(
                    FormattableString.Invariant($"'{experiment.Spec.Id}' reads its networks from files, and {seed} is not one of its seeds."), "Name seeds of the spec, or add this one to it."));
            }
        }
        arguments.ThrowIfAny();
    }

    // Scripts run before any spec is judged: what they make is judged with the rest. Without a script the compiler is not even loaded.
    // A script that is waited for no longer ends with the process.
    private static async Task<IReadOnlyList<LoadedExperiment>> Load(string[] paths, Workspace workspace, CancellationToken cancellation)
    {
        string[] scripts = [.. paths.Where(path => Path.GetExtension(path) == SpecDiscovery.ScriptExtension && File.Exists(Path.GetFullPath(path, workspace.CurrentFolder)))];
        IReadOnlyList<MadeExperiment> made = scripts.Length == 0 ? []
            : await Task.Run(() => ScriptHost.Experiments(scripts, workspace), cancellation).WaitAsync(cancellation).ConfigureAwait(false);
        return SpecLoading.Load(paths.Except(scripts), workspace, made).Experiments;
    }

    private static async Task<(RunOutcome, IReadOnlyList<string>)> Watch(RunRequest request, SpecFormat format, Output output, CancellationToken cancellation)
    {
        int total = request.Plans.Sum(plan => plan.WithArms.Count * plan.Spec.Seeds.Count);
        async Task<(RunOutcome, IReadOnlyList<string>)> With(IRunObserver shown)
        {
            RecordingObserver observer = new(shown, total);
            return (await RunHost.RunAsync(request, format, observer, cancellation).ConfigureAwait(false), observer.Lines);
        }
        if (output.Quiet || !output.IsInteractive || total == 0)
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
