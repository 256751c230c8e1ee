namespace Harness.Runner;

/// <summary>An experiment that a program made.</summary>
/// <param name="Processes">The processes that the program made for it; they are found before those of any folder.</param>
internal sealed record MadeExperiment(MadeSpec Spec, IReadOnlyList<MadeSpec> Processes);
