namespace Harness.Beliefs;

/// <summary>How large a belief tree may become.</summary>
/// <param name="MostContexts">Its nodes, the empty word counted.</param>
/// <param name="MostBytes">What its arrays may take together.</param>
internal sealed record TreeLimit(int MostContexts = TreeLimit.DefaultContexts, long MostBytes = TreeLimit.DefaultBytes)
{
    public const int DefaultContexts = 50_000_000;
    public const long DefaultBytes = 8L << 30;

    /// <summary>Parent, symbol, probability, belief.</summary>
    public static int BytesPerContext(int states) => sizeof(int) + sizeof(ushort) + sizeof(double) + (states * sizeof(double));

    /// <summary>The most nodes for a process whose beliefs have so many coordinates.</summary>
    /// <param name="counted">False where their number is not known beforehand: arrays that double when they are full take up to three times
    /// their content for a moment.</param>
    public int Contexts(int states, bool counted) =>
        (int)Math.Min(MostContexts, Math.Min(MostBytes / (counted ? 1 : 3) / BytesPerContext(states), Array.MaxLength / states));
}
