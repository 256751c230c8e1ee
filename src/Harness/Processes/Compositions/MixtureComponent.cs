namespace Harness.Processes.Compositions;

/// <summary>One component of a mixture.</summary>
/// <param name="Weight">P(component), positive.</param>
/// <param name="Tokens">For each of its own tokens, in order, the token of the mixture; no two are the same.</param>
internal sealed record MixtureComponent(LinearProcess Process, double Weight, IReadOnlyList<int> Tokens)
{
    /// <summary>The component's own token for a token of the mixture; −1 where it never emits it.</summary>
    public int OwnToken(int symbol)
    {
        for (int own = 0; own < Tokens.Count; own++)
        {
            if (Tokens[own] == symbol)
            {
                return own;
            }
        }
        return -1;
    }
}
