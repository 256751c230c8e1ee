namespace Harness.Testing;

/// <summary>One place where two JSON documents differ.</summary>
/// <param name="Path">JSON path, such as <c>$.words[2].belief[0]</c>.</param>
/// <param name="Tolerance">The tolerance that was missed; null where none applies.</param>
internal sealed record JsonDifference(string Path, string Expected, string Actual, Tolerance? Tolerance = null)
{
    public override string ToString() =>
        $"{Path}: expected {Expected}, actual {Actual}" + (Tolerance is null ? "" : $" (tolerance {Tolerance})");
}
