using Harness.Training;

namespace Harness.Torch.Tests;

/// <summary>Stops a training once it has reported a step.</summary>
internal sealed class CancelAt(CancellationTokenSource source, int step) : IProgress<TrainingProgress>
{
    /// <summary>The last step that was reported.</summary>
    public int Last { get; private set; }

    public void Report(TrainingProgress value)
    {
        Last = value.Step;
        if (value.Step == step)
        {
            source.Cancel();
        }
    }
}
