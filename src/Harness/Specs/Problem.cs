namespace Harness.Specs;

/// <summary>One thing wrong with a spec: where it is, what is wrong, what to do.</summary>
/// <param name="Line">1-based; 0 when the file could not be read.</param>
/// <param name="Path">The JSON path, such as <c>$.claims[0].measure.location</c>.</param>
internal sealed record Problem(string File, int Line, int Column, string Path, Finding Finding)
{
    /// <summary>The one look that every problem has.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Line}:{Column}  {Finding.Code}  {Path}\n  {Finding.What}\n  {Finding.Remedy}");
}
