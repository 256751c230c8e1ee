using Harness.Specs;

namespace Harness.Beliefs;

/// <summary>A word that was asked for cannot be produced by the process. A user error.</summary>
internal sealed class WordException(Finding finding) : Exception($"{finding.Code}  {finding.What}\n  {finding.Remedy}")
{
    public Finding Finding { get; } = finding;
}
