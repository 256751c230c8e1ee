namespace Harness.Specs;

/// <summary>What is wrong and what to do about it, before it is known where it stands.</summary>
internal sealed record Finding(string Code, string What, string Remedy);
