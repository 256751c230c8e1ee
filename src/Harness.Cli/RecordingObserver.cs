using Harness.Experiments;
using Harness.Runner;
using Harness.Training;

namespace Harness.Cli;

/// <summary>Hands everything on and keeps the plain lines for the log of the run folder.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    private readonly List<string> _lines = [];
    private readonly PlainObserver _log;
    private readonly IRunObserver _shown;

    public RecordingObserver(IRunObserver shown, int total)
    {
        _shown = shown;
        _log = new PlainObserver(Keep, total);
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public void Started(ExperimentPlan plan, int seed)
    {
        _log.Started(plan, seed);
        _shown.Started(plan, seed);
    }

    public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
    {
        _log.Training(plan, seed, progress);
        _shown.Training(plan, seed, progress);
    }

    public void Examining(ExperimentPlan plan, int seed, bool cached)
    {
        _log.Examining(plan, seed, cached);
        _shown.Examining(plan, seed, cached);
    }

    public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
    {
        _log.Finished(plan, replicate, seconds);
        _shown.Finished(plan, replicate, seconds);
    }

    public void Note(string text)
    {
        _log.Note(text);
        _shown.Note(text);
    }

    private void Keep(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
