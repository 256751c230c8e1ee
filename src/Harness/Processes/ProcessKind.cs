namespace Harness.Processes;

/// <summary>What a process file describes.</summary>
internal enum ProcessKind
{
    /// <summary>An edge-emitting hidden Markov model: entries are probabilities.</summary>
    Hmm,
}
