namespace Harness.Measurements;

/// <summary>A probe's score, and the maps that decode with it.</summary>
/// <param name="Maps">One for each fold, fitted on the others; a single one where it is scored on the rows that it is fitted on; none where the score is undefined.</param>
internal sealed record FittedProbe(ProbeScore Score, IReadOnlyList<AffineMap> Maps)
{
    public static FittedProbe Undefined(string why) => new(ProbeScore.Undefined(why), []);

    /// <summary>What decodes the contexts of a fold.</summary>
    public AffineMap MapOf(int fold) => Maps.Count == 1 ? Maps[0] : Maps[fold];
}
