namespace Harness.Statistics;

/// <summary>How an experiment allows for judging several registered claims at once.</summary>
internal enum Correction
{
    /// <summary>The chance that any of them is confirmed wrongly stays at the one-sided level.</summary>
    Holm,

    /// <summary>The expected share of wrong ones among those confirmed stays at the one-sided level.</summary>
    BenjaminiHochberg,
}
