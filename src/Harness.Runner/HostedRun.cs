using System.Diagnostics;
using Harness.Experiments;
using Microsoft.Extensions.Hosting;

namespace Harness.Runner;

/// <summary>The hosted work: replicates, then verdicts, then the host may stop.</summary>
internal sealed class HostedRun(RunRequest request, ReplicateScheduler scheduler, TimeProvider clock, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly TaskCompletionSource<RunOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The outcome; faulted when the run crashed, cancelled when it was stopped.</summary>
    public Task<RunOutcome> Outcome => _outcome.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            _outcome.SetResult(await Task.Run(() => Run(stoppingToken), stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            _outcome.SetCanceled(stoppingToken);
        }
        catch (Exception error)
        {
            _outcome.SetException(error);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private RunOutcome Run(CancellationToken cancellation)
    {
        DateTimeOffset startedAt = clock.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        IReadOnlyDictionary<ExperimentPlan, IReadOnlyList<(ReplicateResult Result, double Seconds)>> replicates = scheduler.Run(cancellation);
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new RunOutcome(
            [.. request.Plans.Select(plan => Experiment.Judge(plan, Results(plan), plan.Arms.ToDictionary(arm => arm.Key, arm => Results(arm.Value)), today))],
            [.. request.Plans.Select(plan => plan.WithArms.Sum(each => replicates[each].Sum(replicate => replicate.Seconds)))],
            startedAt,
            Stopwatch.GetElapsedTime(start).TotalSeconds);

        IReadOnlyList<ReplicateResult> Results(ExperimentPlan plan) => [.. replicates[plan].Select(replicate => replicate.Result)];
    }
}
