using System.Diagnostics;
using Harness.Claims;
using Harness.Numerics;
using Harness.Reports.Records;
using Harness.Specs;

namespace Harness.Runner.Falsifying;

/// <summary>Looks for a counterexample to a claim for all processes of a family, and shrinks the first one.</summary>
/// <remarks>
/// Draw k depends on the seed and k alone. Processes that theory says cannot test the claim are skipped and counted. The others are
/// trained, a few at once, and judged in the order of their numbers by the ordinary judge; what is refuted counts only when it is refuted
/// again on fresh seeds. The result depends on neither the number of jobs nor an interruption: what was trained is in the cache.
/// </remarks>
internal sealed class Falsifier(FalsifyRequest request, SpecFormat format, IRunObserver observer, TimeProvider clock)
{
    private readonly Trials _trials = new(request, format, observer);
    private readonly List<TestedProcess> _processes = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _tested;
    private (TestedProcess Tested, Candidate Candidate, Verdict Confirmation)? _first;

    /// <summary>Searches until a counterexample is found and shrunk, or the budget is used up.</summary>
    public async Task<Falsification> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset startedAt = clock.GetUtcNow();
        observer.Note(FormattableString.Invariant($"{request.Claim.Id} over '{request.Family.Id}': {request.Family.Law}; seed {request.Budget.Seed}"));
        using IEnumerator<(int Number, Candidate Candidate)> draws = Draws(cancellation).GetEnumerator();
        while (GoesOn && _tested < request.Budget.Processes && !IsOver && Next(draws, out List<(int Number, Candidate Candidate)> batch))
        {
            IReadOnlyList<Verdict> verdicts = await _trials.Judge(Trials.First, [.. batch.Select(trial => (trial.Candidate.Plan!, trial.Number))], cancellation).ConfigureAwait(false);
            for (int i = 0; i < batch.Count && GoesOn; i++)
            {
                await Take(batch[i].Number, batch[i].Candidate, verdicts[i], cancellation).ConfigureAwait(false);
            }
        }
        Counterexample? found = _first is not { } first ? null
            : await new Shrinker(request, _trials, observer).Shrink(first.Tested, first.Candidate, first.Confirmation, cancellation).ConfigureAwait(false);
        // What was drawn behind the process at which the search stopped was drawn only because several are judged at once.
        TestedProcess[] processes = [.. _processes.Where(process => GoesOn || process.Draw <= found!.Drawn.Draw).OrderBy(process => process.Draw)];
        ForAllCounts counts = Counts(processes);
        Verdict verdict = ForAllJudge.Decide(request.Claim, request.Family.Id, counts, found is null ? null : CounterexampleStory.Reason(found));
        return new Falsification(request, verdict, counts, processes, found, startedAt, Stopwatch.GetElapsedTime(_start).TotalSeconds);
    }

    private bool GoesOn => _first is null || request.Budget.KeepGoing;

    private bool IsOver => Stopwatch.GetElapsedTime(_start).TotalMinutes >= request.Budget.Minutes;

    // Records one verdict; a refutation is tried again on fresh seeds before it is believed.
    private async Task Take(int number, Candidate candidate, Verdict verdict, CancellationToken cancellation)
    {
        TestedProcess tested = new(number, candidate.Draw.Label, candidate.Json, null, null, VerdictRecord.Of(verdict));
        _tested++;
        observer.Note(Line(number, candidate, verdict.Outcome, verdict.Reason.Text));
        if (verdict.Outcome != Outcome.Refuted)
        {
            _processes.Add(tested);
            return;
        }
        Verdict again = (await _trials.Judge(Trials.Confirmation, [(candidate.Plan!, number)], cancellation).ConfigureAwait(false)).Single();
        observer.Note(Line(number, candidate, again.Outcome, "on fresh seeds: " + again.Reason.Text));
        tested = tested with { Confirmation = VerdictRecord.Of(again) };
        _processes.Add(tested);
        if (again.Outcome == Outcome.Refuted)
        {
            _first ??= (tested, candidate, again);
        }
    }

    // The next eligible processes; what is skipped on the way is recorded.
    private bool Next(IEnumerator<(int Number, Candidate Candidate)> draws, out List<(int Number, Candidate Candidate)> batch)
    {
        batch = [];
        while (batch.Count < Math.Min(_trials.AtOnce, request.Budget.Processes - _tested) && !IsOver && draws.MoveNext())
        {
            (int number, Candidate candidate) = draws.Current;
            if (candidate.Skipped is { } why)
            {
                _processes.Add(new TestedProcess(number, candidate.Draw.Label, candidate.Json, why, candidate.Eligibility?.Detail));
            }
            else
            {
                batch.Add((number, candidate));
            }
        }
        return batch.Count > 0;
    }

    // Theory of several draws at once; they come out in their order.
    private IEnumerable<(int Number, Candidate Candidate)> Draws(CancellationToken cancellation)
    {
        Seed seed = new(request.Budget.Seed);
        foreach (int[] numbers in Enumerable.Range(0, request.Budget.MostDraws).Chunk(4 * request.Jobs))
        {
            Candidate[] drawn = [.. numbers.Select(number => Candidate.Of(request.Family.DrawOf(seed, number), FormattableString.Invariant($"draw-{number}"), request))];
            Candidate[] judged = [.. drawn.AsParallel().AsOrdered().WithDegreeOfParallelism(request.Jobs).WithCancellation(cancellation).Select(candidate => candidate.Judged(request))];
            foreach ((int number, Candidate candidate) in numbers.Zip(judged))
            {
                yield return (number, candidate);
            }
        }
    }

    private static string Line(int number, Candidate candidate, Outcome outcome, string why) =>
        FormattableString.Invariant($"draw {number} ({candidate.Draw.Label}): {outcome.ToString().ToLowerInvariant()}, {why}");

    private static ForAllCounts Counts(TestedProcess[] processes)
    {
        int Of(Outcome outcome) => processes.Count(process => process.Verdict?.Outcome == outcome);
        int confirmed = processes.Count(process => process.Confirmation?.Outcome == Outcome.Refuted);
        return new ForAllCounts(
            processes.Length,
            new SortedDictionary<string, int>(processes.Where(process => process.Skipped is not null).GroupBy(process => process.Skipped!).ToDictionary(same => same.Key, same => same.Count()), StringComparer.Ordinal),
            Of(Outcome.Supported), confirmed, Of(Outcome.Inconclusive), Of(Outcome.Refuted) - confirmed);
    }
}
