using Harness.Measurements;
using Harness.Reports.Records;

namespace Harness.Reports.Figures;

/// <summary>How far the exact loss is above the optimum at each context length, on a logarithmic axis, beside the k-gram tables.</summary>
internal static class LossByLength
{
    public const double Width = 450;
    public const double Height = 310;

    private const double Top = 50;
    private const double Left = 50;
    private const double Right = Width - 66;
    private const double Bottom = Height - 46;
    private const double LeastNats = 1e-6;

    /// <summary>Null where no network has a loss.</summary>
    public static Svg? Draw(ReportModel model)
    {
        ReplicateRecord[] replicates = [.. model.Replicates.Where(replicate => replicate.Loss is not null)];
        if (replicates.Length == 0)
        {
            return null;
        }
        Svg svg = new(Width, Height, "Loss above the optimum by context length");
        svg.Text(0, 14, "loss above the optimum", "heading");
        svg.Text(0, 32, "nats per token, by context length; the optimum is zero", "small");
        int window = replicates[0].Loss!.LossNats.Length;
        Scale across = new(0.7, window + 0.3, Left, Right), up = Axis(model, replicates);
        Ground(svg, across, up, window, model.Experiment.LongestTrained);
        Tables(svg, up, model.Theory.TableGapsNats);
        foreach (ReplicateRecord replicate in replicates)
        {
            if (replicate.UntrainedLoss is { } untrained)
            {
                svg.Path(Points(untrained, across, up), "curve-untrained", $"seed {Wording.Count(replicate.Seed)}, untrained");
            }
        }
        foreach (ReplicateRecord replicate in replicates)
        {
            string tip = $"seed {Wording.Count(replicate.Seed)}: mean gap {Wording.Number(replicate.Loss!.GapNats)} nats";
            svg.Path(Points(replicate.Loss, across, up), "curve", tip);
            foreach ((double x, double y) in Points(replicate.Loss, across, up))
            {
                svg.Dot(x, y, 2, "trained", tip);
            }
        }
        return svg;
    }

    private static IEnumerable<double> Gaps(LossProfile loss) => loss.LossNats.Zip(loss.OptimalNats, (value, optimum) => value - optimum);

    private static IEnumerable<(double X, double Y)> Points(LossProfile loss, Scale across, Scale up) =>
        Gaps(loss).Select((gap, i) => (across.At(i + 1), up.At(Math.Max(gap, up.Low))));

    private static Scale Axis(ReportModel model, ReplicateRecord[] replicates)
    {
        double[] gaps = [.. replicates.SelectMany(replicate => new[] { replicate.Loss, replicate.UntrainedLoss }.OfType<LossProfile>()).SelectMany(Gaps)
            .Concat(model.Theory.TableGapsNats).Where(double.IsFinite)];
        double low = Math.Max(LeastNats, gaps.Where(gap => gap > LeastNats).DefaultIfEmpty(LeastNats).Min());
        double high = Math.Max(10 * low, gaps.DefaultIfEmpty(1).Max());
        return new Scale(Math.Pow(10, Math.Floor(Math.Log10(low))), high * 1.15, Bottom, Top, Logarithmic: true);
    }

    private static void Ground(Svg svg, Scale across, Scale up, int window, int trained)
    {
        if (trained < window)
        {
            svg.Rect(across.At(trained + 0.5), Top, Right - across.At(trained + 0.5), Bottom - Top, "unneeded");
            svg.Text((across.At(trained + 0.5) + Right) / 2, Top + 12, "not trained", "small mid");
        }
        foreach (double tick in up.Ticks())
        {
            svg.Line(Left, up.At(tick), Right, up.At(tick), "grid");
            svg.Text(Left - 8, up.At(tick) + 4, Scale.PowerLabel(tick), "small end");
        }
        foreach (double tick in across.Ticks(Math.Min(window, 12)).Where(tick => tick == Math.Floor(tick)))
        {
            svg.Text(across.At(tick), Bottom + 16, Scale.Label(tick), "small mid");
        }
        svg.Line(Left, Bottom, Right, Bottom, "axis");
        svg.Text((Left + Right) / 2, Bottom + 34, "context length", "small mid");
    }

    // Labels that would collide with the one above are left out; their lines stay.
    private static void Tables(Svg svg, Scale up, IReadOnlyList<double> gaps)
    {
        double last = double.NegativeInfinity;
        for (int k = 1; k <= gaps.Count; k++)
        {
            if (gaps[k - 1] < up.Low)
            {
                continue;
            }
            double y = up.At(gaps[k - 1]);
            svg.Line(Left, y, Right, y, "table");
            if (y - last >= 12)
            {
                svg.Text(Right + 6, y + 4, $"table-{Wording.Count(k)}", "small");
                last = y;
            }
        }
    }
}
