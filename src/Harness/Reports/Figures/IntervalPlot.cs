using Harness.Claims;
using Harness.Reports.Records;
using Harness.Statistics;

namespace Harness.Reports.Figures;

/// <summary>What decides a verdict: one row for each interval, and the bound that all of them must clear.</summary>
/// <remarks>
/// Against a constant: the measure's interval over the replicates, every replicate as a dot, and the nulls on the same axis. Against nulls:
/// the paired difference from each of them, beside the margin.
/// </remarks>
internal static class IntervalPlot
{
    /// <summary>Of the small labels, in the plot's units; labels that would touch are left out.</summary>
    private const double DigitWidth = 6.5;

    private const double Width = 400;
    private const double Row = 22;
    private const double Top = 24;
    private const double Left = 118;
    private const double Right = 264;
    private static readonly string[] Shown = ["untrained", "permuted", "shuffled", "next-token"];

    /// <summary>Null where nothing could be compared.</summary>
    public static Svg? Draw(VerdictRecord verdict)
    {
        Comparison[] comparisons = [.. verdict.Comparisons.Where(comparison => comparison.Estimate is not null)];
        if (comparisons.Length == 0)
        {
            return null;
        }
        bool paired = comparisons[0].Rival is not null;
        // A share or a trend is on no common axis with the values that it is made of.
        string? quantity = comparisons[0].Quantity;
        NullResult[] nulls = paired || quantity is not null ? [] : [.. verdict.Nulls.Where(null_ => null_.Estimate is not null && Shown.Contains(null_.Name))];
        Svg svg = new(Width, Top + ((comparisons.Length + nulls.Length) * Row) + 22, $"Intervals of {Wording.Title(verdict)} against what it needs");
        Scale scale = Axis(verdict, comparisons, nulls, paired || quantity is not null);
        double bottom = Top + ((comparisons.Length + nulls.Length) * Row);
        Ground(svg, scale, bottom, paired && quantity is null);
        double bound = scale.At(comparisons[0].Bound);
        svg.Line(bound, Top - 6, bound, bottom, "bound");
        svg.Text(bound, Top - 10, (quantity is not null ? $"{quantity} ≥ {Scale.Label(comparisons[0].Bound)}" : paired ? "+" + Scale.Label(comparisons[0].Bound) : comparisons[0].Needs) + " needed", "ink small mid");
        for (int i = 0; i < comparisons.Length; i++)
        {
            double y = Top + ((i + 0.5) * Row);
            svg.Text(0, y + 4, comparisons[i].Rival is { } rival ? "over " + Short(rival) : quantity ?? "measured", "ink");
            Measured(svg, scale, y, comparisons[i], paired || quantity is not null ? [] : verdict.Replicates);
        }
        for (int i = 0; i < nulls.Length; i++)
        {
            double y = Top + ((comparisons.Length + i + 0.5) * Row);
            Null(svg, scale, y, nulls[i]);
        }
        return svg;
    }

    private static Scale Axis(VerdictRecord verdict, Comparison[] comparisons, NullResult[] nulls, bool paired)
    {
        IEnumerable<double> needed = comparisons.SelectMany(comparison => new[] { comparison.Estimate!.Low, comparison.Estimate.High, comparison.Bound });
        if (!paired)
        {
            needed = needed.Concat(verdict.Replicates.Select(replicate => replicate.Value).OfType<double>());
        }
        double low = needed.Min(), high = needed.Max();
        // Nulls stretch the axis to a point; one far away becomes an arrow at its end, its number beside it.
        double reach = paired ? 0 : 5 * Math.Max(high - low, 0.01 * Math.Abs(high));
        low = nulls.Select(null_ => null_.Estimate!.Mean).Where(mean => mean < low).Select(mean => Math.Max(mean, low - reach)).Append(low).Min();
        high = nulls.Select(null_ => null_.Estimate!.Mean).Where(mean => mean > high).Select(mean => Math.Min(mean, high + reach)).Append(high).Max();
        if (paired)
        {
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        }
        if (high - low < 1e-12)
        {
            (low, high) = (low - 0.5, high + 0.5);
        }
        return new Scale(low, high, Left, Right).Padded(0.06);
    }

    private static void Ground(Svg svg, Scale scale, double bottom, bool paired)
    {
        svg.Line(Left, bottom, Right, bottom, "axis");
        double free = double.NegativeInfinity;
        foreach (double tick in scale.Ticks(3))
        {
            svg.Line(scale.At(tick), bottom, scale.At(tick), bottom + 4, "axis");
            string label = Scale.Label(tick);
            double half = DigitWidth * label.Length / 2;
            if (scale.At(tick) - half >= free)
            {
                svg.Text(scale.At(tick), bottom + 16, label, "small mid");
                free = scale.At(tick) + half + DigitWidth;
            }
        }
        if (paired)
        {
            svg.Line(scale.At(0), Top, scale.At(0), bottom, "zero");
        }
    }

    private static void Measured(Svg svg, Scale scale, double y, Comparison comparison, IReadOnlyList<ReadingRecord> replicates)
    {
        Estimate estimate = comparison.Estimate!;
        string side = Wording.Word(comparison.Side);
        svg.Line(scale.At(estimate.Low), y, scale.At(estimate.High), y, "interval " + side);
        foreach (ReadingRecord replicate in replicates.Where(replicate => replicate.Value is not null))
        {
            svg.Dot(scale.At(replicate.Value!.Value), y - 6, 2, "seed", $"seed {Wording.Count(replicate.Seed)}: {Wording.Number(replicate.Value)}");
        }
        svg.Dot(scale.At(estimate.Mean), y, 3.5, "interval " + side, Wording.Interval(estimate));
        svg.Text(Width, y + 4, Wording.Interval(estimate), "ink end");
    }

    private static void Null(Svg svg, Scale scale, double y, NullResult null_)
    {
        Estimate estimate = null_.Estimate!;
        svg.Text(0, y + 4, Short(null_.Name), "small");
        string tip = $"{null_.Name}: {Wording.Interval(estimate)}";
        double x = scale.At(estimate.Mean), outwards = scale.Shows(estimate.Mean) ? 0 : estimate.Mean < scale.Low ? -1 : 1;
        if (outwards == 0)
        {
            svg.Diamond(x, y, 4, "null", tip);
        }
        else
        {
            svg.Path([(x, y - 4), (x + (outwards * 6), y), (x, y + 4), (x, y - 4)], "null", tip);
        }
        svg.Text(Width, y + 4, Wording.Number(estimate.Mean), "small end");
    }

    private static string Short(string rival) => rival.Contains("hook_", StringComparison.Ordinal) ? LocationLabel.Of(new Activations.Location(rival)) : rival;
}
