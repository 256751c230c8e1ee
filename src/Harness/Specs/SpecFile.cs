namespace Harness.Specs;

/// <summary>A spec found on disk, parsed but not yet judged.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Root">The whole document, named as problems show it.</param>
internal sealed record SpecFile(string Path, SpecKind Kind, Scope Root)
{
    /// <summary>The folder from which the processes of an experiment are looked up.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
