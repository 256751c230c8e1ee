namespace Harness.Specs;

/// <summary>Specs are invalid: nothing ran and nothing was written. Carries every problem found.</summary>
internal sealed class SpecException(IReadOnlyList<Problem> problems) : Exception(string.Join("\n", problems))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
