namespace Harness.Reports.Figures;

/// <summary>Loss by context length and by training step, as a file.</summary>
internal static class LossFigure
{
    private const double Margin = 16;

    /// <summary>Null where there is neither.</summary>
    public static string? Svg(ReportModel model)
    {
        Svg[] panels = [.. new[] { LossByLength.Draw(model), TrainingCurves.Draw(model) }.OfType<Svg>()];
        if (panels.Length == 0)
        {
            return null;
        }
        Svg svg = new(Margin + (panels.Length * (LossByLength.Width + Margin)), LossByLength.Height + (2 * Margin), "Loss against the optimum");
        for (int i = 0; i < panels.Length; i++)
        {
            svg.Place(panels[i], Margin + (i * (LossByLength.Width + Margin)), Margin);
        }
        return svg.Standalone();
    }
}
