using Harness.Specs;

namespace Harness.Training;

/// <summary>What a network is trained on.</summary>
/// <param name="Window">Number of input tokens.</param>
/// <param name="Predict">Which contexts are trained: 1..window (next), or 1..window−1 (within: targets are inside the window, as published).</param>
/// <param name="Mode">Sampled sequences, or the exact distribution over all prefixes with exact next-token laws as targets.</param>
/// <param name="Batch">Sequences per step, in sampled mode.</param>
/// <param name="Start">The law of the hidden state at the start of each sequence.</param>
internal sealed record DataRecipe(
    int Window,
    PredictMode Predict = PredictMode.Next,
    DataMode Mode = DataMode.Sampled,
    int Batch = 64,
    StartLaw Start = StartLaw.Stationary)
{
    /// <summary>The longest context whose prediction is trained.</summary>
    public int LongestTrainedContext => Predict == PredictMode.Next ? Window : Window - 1;

    public void Check(Scope at)
    {
        at["window"].InRange(Window, 1, 64);
        if (Predict == PredictMode.Within && Window == 1)
        {
            at["predict"].Report(Problems.OutOfRange("'within' trains contexts 1..window−1, which is none for a window of 1", "Use a window of at least 2, or \"predict\": \"next\"."));
        }
        at["batch"].InRange(Batch, 1, 1_000_000);
    }
}
