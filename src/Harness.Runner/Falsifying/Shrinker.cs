using Harness.Claims;
using Harness.Reports.Records;
using Harness.Runner.Families;

namespace Harness.Runner.Falsifying;

/// <summary>Makes a counterexample smaller while the claim stays refuted on it, training anew at every step.</summary>
/// <remarks>
/// The first of the family's simpler processes that can test the claim and refutes it is taken, and the search goes on from there, as FsCheck
/// shrinks, until none refutes or the tries are used up. A smaller process that refuted by chance does not survive: the last one is judged
/// again on fresh seeds, and where it is not refuted the one before it, and so on.
/// </remarks>
internal sealed class Shrinker(FalsifyRequest request, Trials trials, IRunObserver observer)
{
    private readonly List<(Candidate Candidate, ShrinkStep Step)> _steps = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _tried;
    private bool _exhausted;

    /// <param name="confirmation">The verdict on the drawn process, on fresh seeds.</param>
    public async Task<Counterexample> Shrink(TestedProcess drawn, Candidate start, Verdict confirmation, CancellationToken cancellation)
    {
        Candidate current = start;
        while (await Next(current, cancellation).ConfigureAwait(false) is { } smaller)
        {
            current = smaller;
        }
        int kept = _steps.Count;
        for (; kept > 0; kept--)
        {
            Verdict again = (await trials.Judge(Trials.ShrinkConfirmation, [(_steps[kept - 1].Candidate.Plan!, kept)], cancellation).ConfigureAwait(false)).Single();
            observer.Note($"shrunk to {_steps[kept - 1].Candidate.Draw.Label}: on fresh seeds {again.Outcome.ToString().ToLowerInvariant()}, {again.Reason.Text}");
            if (again.Outcome == Outcome.Refuted)
            {
                confirmation = again;
                break;
            }
        }
        Draw smallest = kept == 0 ? start.Draw : _steps[kept - 1].Candidate.Draw;
        Counterexample found = new(drawn, [.. _steps.Select(step => step.Step)], _tried, _exhausted, kept, smallest.Label, "", VerdictRecord.Of(confirmation));
        return found with { Process = CounterexampleStory.File(request, found, smallest) };
    }

    // The first simpler process that refutes; null when none does, or no try is left.
    private async Task<Candidate?> Next(Candidate current, CancellationToken cancellation)
    {
        foreach (Candidate[] batch in Eligible(current).Chunk(trials.AtOnce))
        {
            Candidate[] affordable = [.. batch.Take(request.Budget.Shrinks - _tried)];
            if (affordable.Length == 0)
            {
                _exhausted = true;
                return null;
            }
            int before = _tried;
            IReadOnlyList<Verdict> verdicts = await trials.Judge(Trials.Shrinking, [.. affordable.Select((candidate, i) => (candidate.Plan!, before + i))], cancellation).ConfigureAwait(false);
            for (int i = 0; i < affordable.Length; i++)
            {
                _tried++;
                _seen.Add(affordable[i].Json);
                if (verdicts[i].Outcome == Outcome.Refuted)
                {
                    observer.Note(FormattableString.Invariant($"shrunk to {affordable[i].Draw.Label} (try {_tried}): {verdicts[i].Reason.Text}"));
                    _steps.Add((affordable[i], new ShrinkStep(_tried, affordable[i].Draw.Label, affordable[i].Json, VerdictRecord.Of(verdicts[i]))));
                    return affordable[i];
                }
            }
        }
        return null;
    }

    private IEnumerable<Candidate> Eligible(Candidate current)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (Draw draw in request.Family.Smaller(current.Draw))
        {
            Candidate candidate = Candidate.Of(draw, "smaller", request);
            // What was tried without success from another process is not tried again.
            if (met.Add(candidate.Json) && !_seen.Contains(candidate.Json) && candidate.Judged(request) is { Plan: not null } eligible)
            {
                yield return eligible;
            }
        }
    }
}
