using System.Text;

namespace Harness.Reports.Figures;

/// <summary>The figures of a run folder: file name and content.</summary>
internal static class FigureFiles
{
    public static IReadOnlyDictionary<string, byte[]> Of(ReportModel model)
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        if (model.Picture is { States: > 1 } picture)
        {
            files["simplex.png"] = SimplexFigure.Png(picture);
            files["simplex.svg"] = Encoding.UTF8.GetBytes(SimplexFigure.Draw(picture, model.Experiment.Process.States).Standalone());
        }
        foreach ((string name, string? svg) in new[] { ("probes.svg", ProbeFigure.Svg(model)), ("loss.svg", LossFigure.Svg(model)) })
        {
            if (svg is not null)
            {
                files[name] = Encoding.UTF8.GetBytes(svg);
            }
        }
        return files;
    }
}
