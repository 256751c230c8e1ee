namespace Harness.Measurements;

/// <summary>The columns of one target in a <see cref="TargetTable"/>: the target itself, then its destroyed variants, each of the same width.</summary>
/// <param name="First">The first column.</param>
/// <param name="Width">Coordinates of the target.</param>
/// <param name="Draws">Independent draws of each of the two destructions.</param>
internal readonly record struct TargetBlock(int First, int Width, int Draws)
{
    /// <summary>The target itself.</summary>
    public const int Truth = 0;

    public int Variants => 1 + (2 * Draws);

    public int Columns => Width * Variants;

    /// <summary>The variant that is shuffled within context length.</summary>
    public static int Shuffled(int draw) => 1 + draw;

    /// <summary>The variant that is permuted among mixed states.</summary>
    public int Permuted(int draw) => 1 + Draws + draw;

    /// <summary>The first column of a variant.</summary>
    public int Column(int variant) => First + (variant * Width);
}
