namespace Harness.Processes;

/// <summary>What a process file describes.</summary>
internal enum ProcessKind
{
    /// <summary>An edge-emitting hidden Markov model: entries are probabilities.</summary>
    Hmm,

    /// <summary>A generalised hidden Markov model: entries may be negative, as long as no word has a negative probability.</summary>
    Ghmm,
}
