using Harness.Activations;
using Harness.Experiments;

namespace Harness.Runner.Tests;

public sealed class ReplicateSchedulerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Observed _observer = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_OfTwoExperiments_GivesResultsInTheOrderOfPlansAndSeeds(int jobs)
    {
        // Later seeds are done sooner.
        Scripted slow = new((task, _) => Thread.Sleep(task.Tree.Depth > 0 ? 20 : 0));
        int delay = 60;
        Scripted uneven = new((_, _) => Thread.Sleep(Math.Max(0, Interlocked.Add(ref delay, -20))));
        ExperimentPlan[] plans = [Plans.With(uneven, _folder, "a", 5, 3, 4), Plans.With(slow, _folder, "b", 9, 8)];
        IReadOnlyDictionary<ExperimentPlan, IReadOnlyList<(ReplicateResult Result, double Seconds)>> run = Scheduler(jobs, plans).Run(CancellationToken.None);
        IReadOnlyList<(ReplicateResult Result, double Seconds)>[] results = [.. plans.Select(plan => run[plan])];

        Assert.Equal(["5 3 4", "9 8"], results.Select(each => string.Join(' ', each.Select(replicate => replicate.Result.Seed))));
        Assert.All(results.SelectMany(each => each), replicate => Assert.True(replicate.Seconds > 0 && !replicate.Result.Cached));
        Assert.Equal(5, _observer.Lines.Count(line => line.StartsWith("finished", StringComparison.Ordinal)));
        Assert.Equal(5, _observer.Lines.Count(line => line.StartsWith("trained", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_WithTwoJobs_WorksOnTwoReplicatesAtOnceAndNotOnMore()
    {
        int inside = 0;
        using Barrier both = new(2);
        Scripted meeting = new((_, cancellation) =>
        {
            Assert.InRange(Interlocked.Increment(ref inside), 1, 2);
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30), cancellation));
            Interlocked.Decrement(ref inside);
        });
        Scheduler(2, Plans.With(meeting, _folder, "a", 1, 2, 3, 4)).Run(CancellationToken.None);
    }

    [Fact]
    public void Run_TrainingThatFails_SurfacesAndStopsTheOthers()
    {
        Scripted failing = new((task, cancellation) =>
        {
            if (task.Seed == new Numerics.Seed(2))
            {
                throw new InvalidOperationException("seed 2 failed");
            }
            cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            cancellation.ThrowIfCancellationRequested();
        });
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Scheduler(2, Plans.With(failing, _folder, "a", 1, 2, 3)).Run(CancellationToken.None));
        Assert.Equal("seed 2 failed", error.Message);
        Assert.DoesNotContain("finished a 3", _observer.Lines);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using CancellationTokenSource stop = new();
        Scripted stopped = new((_, cancellation) =>
        {
            stop.Cancel();
            cancellation.ThrowIfCancellationRequested();
        });
        Assert.Throws<OperationCanceledException>(() => Scheduler(1, Plans.With(stopped, _folder, "a", 1, 2)).Run(stop.Token));
        Assert.DoesNotContain("started a 2", _observer.Lines);
    }

    [Fact]
    public void Run_OfPlantedTruth_WaitsForNobodysTraining()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        Assert.Single(Scheduler(1, slots: 0, Plans.With(new Planted(DModel: 4), _folder, "a", 1)).Run(limit.Token));
    }

    private ReplicateScheduler Scheduler(int jobs, params ExperimentPlan[] plans) => Scheduler(jobs, slots: 8, plans);

    private ReplicateScheduler Scheduler(int jobs, int slots, params ExperimentPlan[] plans) => new(
        new RunRequest(plans, jobs, CacheFolder: null), Plans.Workspace(_folder).Format, new TrainingSlots(_folder.In("slots"), slots), _observer);
}
