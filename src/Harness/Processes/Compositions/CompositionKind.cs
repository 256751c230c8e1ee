namespace Harness.Processes.Compositions;

/// <summary>Marks a process file that is composed of other processes.</summary>
internal enum CompositionKind
{
    Composition,
}
