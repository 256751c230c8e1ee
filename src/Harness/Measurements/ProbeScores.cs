namespace Harness.Measurements;

/// <summary>What one location gives for a target and for each draw of its two destructions.</summary>
/// <param name="Block">How the variants are numbered.</param>
internal sealed record ProbeScores(TargetBlock Block, IReadOnlyList<FittedProbe> Variants)
{
    /// <summary>The score of the target itself.</summary>
    public ProbeScore Truth => Variants[TargetBlock.Truth].Score;

    public static ProbeScores Of(RidgeProbe probe, Fit fit) => new(probe.Block, fit == Fit.HeldOut ? probe.HeldOut() : probe.InSample());

    /// <summary>Decodes every variant of a context from its features.</summary>
    /// <param name="fold">The fold of the context.</param>
    public void Decode(ReadOnlySpan<double> features, int fold, DecodedTable table, int context)
    {
        for (int variant = 0; variant < Block.Variants; variant++)
        {
            if (Variants[variant] is { Maps.Count: > 0 } fitted)
            {
                AffineMap map = fitted.MapOf(fold);
                Span<double> row = table.Row(context, variant);
                for (int coordinate = 0; coordinate < row.Length; coordinate++)
                {
                    row[coordinate] = map.Apply(features, coordinate);
                }
            }
        }
    }
}
