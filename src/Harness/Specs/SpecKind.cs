namespace Harness.Specs;

/// <summary>What a spec file is, by the schema that it names.</summary>
internal enum SpecKind
{
    Process,
    Experiment,
    Family,
}
