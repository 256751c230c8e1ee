using System.Collections.Concurrent;
using Harness.Experiments;
using Harness.Runner;
using Harness.Training;
using Spectre.Console;

namespace Harness.Cli;

/// <summary>Progress on a terminal: one bar for each replicate at work, one for the whole run.</summary>
internal sealed class SpectreObserver(ProgressContext context, Action<string> note, int total) : IRunObserver
{
    private readonly ConcurrentDictionary<(string, int), ProgressTask> _bars = new();
    private readonly ProgressTask _all = context.AddTask("replicates", maxValue: total);

    public void Started(ExperimentPlan plan, int seed) =>
        _bars[(plan.Spec.Id, seed)] = context.AddTask(Title(plan, seed), maxValue: Math.Max(1, plan.Spec.Training?.Steps ?? 1));

    public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
    {
        ProgressTask bar = _bars[(plan.Spec.Id, seed)];
        bar.Value = progress.Step;
        bar.Description = FormattableString.Invariant($"{Title(plan, seed)} [grey]loss {progress.LossNats:F4}[/]");
    }

    public void Examining(ExperimentPlan plan, int seed, bool cached)
    {
        ProgressTask bar = _bars[(plan.Spec.Id, seed)];
        bar.Value = bar.MaxValue;
        bar.Description = $"{Title(plan, seed)} [grey]{(cached ? "cached; " : "")}evaluating {plan.Contexts.Count} contexts[/]";
    }

    public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
    {
        ProgressTask bar = _bars[(plan.Spec.Id, replicate.Seed)];
        bar.Description = $"{Title(plan, replicate.Seed)} [grey]{Markup.Escape(ReplicateLine.Of(replicate))}[/]";
        bar.StopTask();
        _all.Increment(1);
    }

    public void Note(string text) => note(text);

    private static string Title(ExperimentPlan plan, int seed) => Markup.Escape(FormattableString.Invariant($"{plan.Spec.Id} {seed}"));
}
