using Harness.Processes;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>An experiment that has been read and checked: it can run.</summary>
/// <param name="At">The whole document, for the places of its claims.</param>
internal sealed record LoadedExperiment(ExperimentSpec Spec, GenerativeProcess Process, Scope At)
{
    /// <summary>The file, as shown to a person.</summary>
    public string File => At.File;
}
