namespace Harness.Training;

/// <summary>Which contexts a network is trained to predict from.</summary>
internal enum PredictMode
{
    Next,
    Within,
}
