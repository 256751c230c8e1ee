namespace Harness.Processes;

/// <summary>What is known of one word, from the start of the process.</summary>
/// <param name="Word">Its symbols, separated by blanks; the empty text is the empty word.</param>
/// <param name="Probability">P(w), 0 for an impossible word.</param>
/// <param name="Belief">η(w), the belief after its last token, in the order of the states.</param>
/// <param name="NextToken">P(z | w), in the order of the symbols.</param>
internal sealed record KnownWord(string Word, Scalar? Probability = null, IReadOnlyList<Scalar>? Belief = null, IReadOnlyList<Scalar>? NextToken = null);
