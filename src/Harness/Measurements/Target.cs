namespace Harness.Measurements;

/// <summary>What a probe decodes.</summary>
internal enum Target
{
    /// <summary>The belief state after the context.</summary>
    Belief,

    /// <summary>The exact law of the next token after the context.</summary>
    NextToken,
}
