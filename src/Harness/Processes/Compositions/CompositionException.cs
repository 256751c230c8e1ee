using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A composition that theory does not allow, or that would be too large. A user error.</summary>
internal sealed class CompositionException(Finding finding) : Exception($"{finding.Code}  {finding.What}\n  {finding.Remedy}")
{
    public Finding Finding { get; } = finding;
}
