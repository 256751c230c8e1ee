namespace Harness.Measurements;

/// <summary>How contexts are weighted when they are pooled.</summary>
internal enum Weighting
{
    /// <summary>Each distinct context once, weighted by P(context).</summary>
    Probability,

    /// <summary>As published: every row of every word, so a context counts once for each word of full length that it begins.</summary>
    UniformRows,
}
