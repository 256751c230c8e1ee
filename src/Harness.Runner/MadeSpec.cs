using Harness.Specs;

namespace Harness.Runner;

/// <summary>A spec that a program made: it is read and checked like a file, and its problems are placed in the program's source.</summary>
/// <param name="Path">The source file, absolute; processes are looked up from its folder.</param>
/// <param name="Node">The whole spec, each value at the line of the source that made it.</param>
internal sealed record MadeSpec(string Path, SourceNode Node)
{
    public SpecFile In(Workspace workspace, SpecKind kind, List<Problem> problems) => new(Path, kind, Scope.Root(workspace.Shown(Path), Node, problems));
}
