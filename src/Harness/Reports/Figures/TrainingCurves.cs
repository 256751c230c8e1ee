using Harness.Reports.Records;
using Harness.Training;

namespace Harness.Reports.Figures;

/// <summary>The training loss of every replicate by optimiser step, with the optimum for the trained contexts.</summary>
internal static class TrainingCurves
{
    private const double Width = LossByLength.Width;
    private const double Height = LossByLength.Height;
    private const double Top = 50;
    private const double Left = 50;
    private const double Right = Width - 66;
    private const double Bottom = Height - 46;

    /// <summary>Null where nothing was trained.</summary>
    public static Svg? Draw(ReportModel model)
    {
        LossPoint[] points = [.. model.Replicates.SelectMany(replicate => replicate.Training.Curve).Where(point => double.IsFinite(point.LossNats))];
        if (points.Length == 0)
        {
            return null;
        }
        double? optimum = model.Replicates.Select(replicate => replicate.Loss?.OptimalMeanNats).FirstOrDefault(value => value is not null);
        double low = points.Select(point => point.LossNats).Append(optimum ?? double.PositiveInfinity).Min(), high = points.Max(point => point.LossNats);
        Scale across = new(0, points.Max(point => point.Step), Left, Right);
        Scale up = new Scale(low, Math.Max(high, low + 1e-9), Bottom, Top).Padded(0.04);
        Svg svg = new(Width, Height, "Training loss by step");
        svg.Text(0, 14, "training loss", "heading");
        svg.Text(0, 32, "nats per token, on training batches, by optimiser step", "small");
        Ground(svg, across, up);
        foreach (ReplicateRecord replicate in model.Replicates.Where(replicate => replicate.Training.Curve.Count > 0))
        {
            svg.Path(
                replicate.Training.Curve.Where(point => double.IsFinite(point.LossNats)).Select(point => (across.At(point.Step), up.At(point.LossNats))),
                "curve",
                $"seed {Wording.Count(replicate.Seed)}: {Wording.Grouped(replicate.Training.Steps)} steps");
        }
        if (optimum is { } floor)
        {
            svg.Line(Left, up.At(floor), Right, up.At(floor), "optimum");
            svg.Text(Right + 6, up.At(floor) + 4, "optimum", "ink small");
        }
        return svg;
    }

    private static void Ground(Svg svg, Scale across, Scale up)
    {
        foreach (double tick in up.Ticks())
        {
            svg.Line(Left, up.At(tick), Right, up.At(tick), "grid");
            svg.Text(Left - 8, up.At(tick) + 4, Scale.Label(tick), "small end");
        }
        foreach (double tick in across.Ticks())
        {
            svg.Text(across.At(tick), Bottom + 16, Wording.Grouped((int)tick), "small mid");
        }
        svg.Line(Left, Bottom, Right, Bottom, "axis");
        svg.Text((Left + Right) / 2, Bottom + 34, "step", "small mid");
    }
}
