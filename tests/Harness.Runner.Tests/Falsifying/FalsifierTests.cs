using System.Text.Json.Nodes;
using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Runner.Falsifying;
using Harness.Runner.Tests.Families;
using Harness.Statistics;
using Harness.Torch;

namespace Harness.Runner.Tests.Falsifying;

public sealed class FalsifierTests : IDisposable
{
    private const string Small = """{ "kind": "random-hmm", "states": { "min": 2, "max": 4 }, "symbols": { "min": 2, "max": 3 }, "edges": { "min": 1, "max": 3 }, "unifilar": true }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_ClaimThatHolds_FindsNothingAndStatesItsBound()
    {
        Falsification done = await Asked.Run(Asked.For(_folder, Asked.Probe, Laws.All["least"], new ForAll("one", 12, Eligible: new Eligible(0, 1, false))));

        Assert.Equal((Outcome.Supported, ExitCode.AsExpected), (done.Verdict.Outcome, done.Code));
        Assert.Equal(12, done.Counts.Supported);
        Assert.Null(done.Counterexample);
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 12), done.Counts.Failing!.High, 9);
        Assert.Equal(Enumerable.Range(0, done.Counts.Drawn), done.Processes.Select(process => process.Draw));
    }

    [Fact]
    public async Task RunAsync_ProcessesThatCannotTestTheClaim_AreSkippedAndCountedByReason()
    {
        Falsification done = await Asked.Run(Asked.For(_folder, """
            "measure": { "kind": "affine-probe", "location": "ln_final" }, "comparator": { "kind": "exceeds", "nulls": ["next-token", "table-1"] }, "interval": { "kind": "paired-t" }
            """, Small, new ForAll("one", 4, Draws: 60)));

        Assert.Equal(done.Counts.Drawn - done.Processes.Count(process => process.Verdict is not null), done.Counts.Skipped.Values.Sum());
        Assert.All([Eligibility.TooLittleToLearn, Eligibility.CannotSeparate], why => Assert.True(done.Counts.Skipped[why] > 0));
        Assert.All(done.Processes, process => Assert.Equal(process.Skipped is null, process.Verdict is not null));
    }

    [Fact]
    public async Task RunAsync_NothingEligible_IsInconclusiveWhateverTheStatus()
    {
        FalsifyRequest request = Asked.For(_folder, Asked.Probe, Laws.All["plane"], new ForAll("one", 3, Draws: 5));
        Falsification done = await Asked.Run(request with { Claim = request.Claim with { Status = ClaimStatus.Exploratory } });

        Assert.Equal((Outcome.Inconclusive, ExitCode.Inconclusive, 5), (done.Verdict.Outcome, done.Code, done.Counts.Skipped[Eligibility.CannotSeparate]));
    }

    // Each process is trained in every arm, with the seeds that the process was given.
    [Fact]
    public async Task RunAsync_ClaimAgainstAnArm_TrainsTheArmOnEveryProcess()
    {
        FalsifyRequest request = Asked.For(_folder, Asked.Probe, Laws.All["sparse"], new ForAll("one", 3, Eligible: new Eligible(0, 1, false)));
        Claim claim = request.Claim with { Comparator = new Exceeds(0.05, RivalArms: ["noisy"]), Interval = new PairedT() };
        Observed observer = new();

        await Asked.Run(
            request with
            {
                Claim = claim,
                Experiment = request.Experiment with
                {
                    Spec = request.Experiment.Spec with { Claims = [claim], Arms = new Dictionary<string, Arm> { ["noisy"] = new(new Planted(Noise: 3)) } },
                },
            },
            observer, TestContext.Current.CancellationToken);

        string[] networks = [.. observer.Lines.Where(line => line.StartsWith("finished", StringComparison.Ordinal))];
        Assert.True(networks.Length >= 2 * 3 * 3);
        Assert.Equal(networks.Length, networks.Distinct().Count());
        Assert.Equal(
            networks.Where(line => !line.Contains(":noisy", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            networks.Where(line => line.Contains(":noisy", StringComparison.Ordinal)).Select(line => line.Replace(":noisy", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_InconclusiveProcesses_AreNeverSupport()
    {
        // Networks that diverge are judged inconclusive.
        Falsification done = await Asked.Run(Asked.For(_folder, Asked.Probe, Laws.All["sparse"], new ForAll("one", 5, Eligible: new Eligible(0, 1, false)), new Planted(Diverges: true)));

        Assert.Equal((0, 5, Outcome.Inconclusive), (done.Counts.Supported, done.Counts.Inconclusive, done.Verdict.Outcome));
    }

    [Fact]
    public async Task RunAsync_WhateverTheNumberOfJobs_FindsTheSame()
    {
        ForAll budget = new("one", 50, Shrinks: 500);
        Falsification done = await Asked.Run(Asked.For(_folder, Asked.Theory, Small, budget, jobs: 1));
        JsonObject document = FalsificationJson.Document(done), expected = FalsificationJson.Document(await Asked.Run(Asked.For(_folder, Asked.Theory, Small, budget, jobs: 3)));
        document.Remove("provenance");
        expected.Remove("provenance");

        Assert.Equal((Outcome.Refuted, ExitCode.Opposite), (done.Verdict.Outcome, done.Code));
        Assert.Equal(expected.ToJsonString(), document.ToJsonString());
    }

    [Fact]
    public async Task RunAsync_KeptGoing_EstimatesTheFractionAndShrinksTheFirst()
    {
        ForAll budget = new("one", 30, Shrinks: 500);
        Falsification stopped = await Asked.Run(Asked.For(_folder, Asked.Theory, Small, budget));
        Falsification went = await Asked.Run(Asked.For(_folder, Asked.Theory, Small, budget with { KeepGoing = true }));

        Assert.Equal(30, went.Counts.Decided);
        Assert.InRange(went.Counts.Refuted, 2, 29);
        Assert.Equal(stopped.Counterexample!.Process, went.Counterexample!.Process);
        Assert.Equal(1, stopped.Counts.Refuted);
        Assert.Equal(stopped.Counterexample.Drawn.Draw, stopped.Processes[^1].Draw);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(500, false)]
    public async Task RunAsync_ShrinkBudget_IsKeptAndReported(int shrinks, bool exhausted)
    {
        Falsification done = await Asked.Run(Asked.For(_folder, Asked.Theory, Small, new ForAll("one", 50, Shrinks: shrinks)));

        Assert.InRange(done.Counterexample!.Tried, 0, shrinks);
        Assert.Equal(exhausted, done.Counterexample.Exhausted);
    }

    // The first three networks fail, and no other: a refutation by chance.
    [Fact]
    public async Task RunAsync_RefutationThatFreshSeedsDoNotRepeat_IsNotBelieved()
    {
        int failing = 3;
        Architecture flaky = new Flaky(() => Interlocked.Decrement(ref failing) >= 0);
        Falsification done = await Asked.Run(Asked.For(_folder, Asked.Probe, Laws.All["least"], new ForAll("one", 4, Eligible: new Eligible(0, 1, false)), flaky, jobs: 1));

        Assert.Equal((1, 0, 3), (done.Counts.Unconfirmed, done.Counts.Refuted, done.Counts.Supported));
        Assert.Null(done.Counterexample);
        Assert.Equal((Outcome.Refuted, Outcome.Supported), (done.Processes.Single(process => process.Confirmation is not null).Verdict!.Outcome, done.Processes.Single(process => process.Confirmation is not null).Confirmation!.Outcome));
    }

    // One falsification is cut short after its first network; the next one trains the others only.
    [Fact]
    public async Task RunAsync_Resumed_GoesOnFromTheCache()
    {
        FalsifyRequest request = Asked.For(_folder, """
            "measure": { "kind": "loss-gap" }, "comparator": { "kind": "at-most", "threshold": 100 }, "interval": { "kind": "student-t" }
            """, Laws.All["least"], new ForAll("one", 2, Eligible: new Eligible(0, 1, false)),
            new Transformer(1, 1, 4, 4, 4), jobs: 1, cache: _folder.In("cache"), training: """ "training": { "optimizer": { "kind": "sgd", "learningRate": 0.01 }, "steps": 2 }, """);
        using CancellationTokenSource stop = new();
        Observed before = new() { OnFinished = stop.Cancel }, after = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Asked.Run(request, before, stop.Token));
        Falsification done = await Asked.Run(request, after, TestContext.Current.CancellationToken);

        Assert.Equal(2, done.Counts.Supported);
        Assert.Single(before.Lines, line => line.StartsWith("finished", StringComparison.Ordinal));
        Assert.Single(after.Lines, line => line.StartsWith("cached", StringComparison.Ordinal));
        Assert.Equal(5, after.Lines.Count(line => line.StartsWith("trained", StringComparison.Ordinal)));
    }
}
