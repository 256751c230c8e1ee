namespace Harness.Training;

/// <summary>The law of the hidden state at the start of each sequence.</summary>
internal enum StartLaw
{
    Stationary,
}
