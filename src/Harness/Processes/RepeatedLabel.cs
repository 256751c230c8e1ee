namespace Harness.Processes;

/// <summary>The longer JSON form of a <see cref="Label"/>.</summary>
internal sealed record RepeatedLabel(string Name, IReadOnlyDictionary<string, IReadOnlyList<Scalar>> For);
