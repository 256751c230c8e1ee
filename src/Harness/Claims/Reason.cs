namespace Harness.Claims;

/// <summary>Why a verdict is what it is: a stable code, and a sentence with the numbers.</summary>
internal sealed record Reason(string Code, string Text);
