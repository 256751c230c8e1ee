using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process file that has been read, with the scope in which its problems are reported.</summary>
internal sealed record LoadedProcess(ProcessFile File, Scope At);
