namespace Harness.Processes.Compositions;

/// <summary>A component of a mixture.</summary>
/// <param name="Weight">The probability of this component; left out of all components where they are equally probable.</param>
/// <param name="Tokens">The names that its symbols, in their order, have in the mixture; its own where left out. A name that several components use is one token.</param>
internal sealed record MixturePart(ProcessReference Process, Scalar? Weight = null, IReadOnlyList<string>? Tokens = null);
