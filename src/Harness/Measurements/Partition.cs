namespace Harness.Measurements;

/// <summary>Which contexts are held out together.</summary>
internal enum Partition
{
    /// <summary>Contexts that share their first four tokens: parents, children and duplicates stay together.</summary>
    Subtree,

    /// <summary>Contexts that share their last four tokens: what mostly determines the belief stays together.</summary>
    Suffix,

    /// <summary>Whole belief states, where the mixed-state presentation is finite.</summary>
    Belief,
}
