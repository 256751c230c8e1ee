using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process file that has been read, with the scope in which its problems are reported.</summary>
/// <param name="Folder">The folder that it stands in, absolute: where the processes that it refers to are looked up.</param>
internal sealed record LoadedProcess(IProcessFamily File, Scope At, string Folder);
