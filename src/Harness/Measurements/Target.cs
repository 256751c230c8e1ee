namespace Harness.Measurements;

/// <summary>What a probe decodes.</summary>
internal enum Target
{
    /// <summary>The belief state after the context.</summary>
    Belief,

    /// <summary>The exact law of the next token after the context.</summary>
    NextToken,

    /// <summary>The last three tokens, one-hot, the last first; nothing before the start. What of them the belief does not need is memory to no end.</summary>
    RecentTokens,
}
