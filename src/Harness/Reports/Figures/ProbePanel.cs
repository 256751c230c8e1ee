using Harness.Experiments;
using Harness.Measurements;
using Harness.Reports.Records;

namespace Harness.Reports.Figures;

/// <summary>Held-out R² under one partition: a row for each location of the network, then one for each null without a network.</summary>
internal static class ProbePanel
{
    public const double Width = 340;

    private const double Row = 17;
    private const double Top = 48;
    private const double Left = 92;
    private const double Right = Width - 12;

    public static string Title(Partition partition) => partition switch
    {
        Partition.Subtree => "by subtree",
        Partition.Suffix => "by suffix",
        _ => "by belief",
    };

    public static Svg Draw(ReportModel model, Partition partition)
    {
        ProbeRow[] rows = [.. model.Replicates.SelectMany(replicate => replicate.Probes).Where(row => row.Partition == partition)];
        string[] locations = [.. rows.Select(row => row.Location.Name).Distinct()];
        KeyValuePair<string, Measured>[] nulls = [.. Nulls(model, partition)];
        double divider = Top + (locations.Length * Row) + 8, bottom = divider + (nulls.Length * Row) + 6;
        Svg svg = new(Width, bottom + 22, $"R² of the belief, held out {Title(partition)}");
        Scale scale = Axis(rows, nulls);
        svg.Text(0, 14, $"held out {Title(partition)}", "heading");
        svg.Text(0, 32, Explanation(partition), "small");
        Ground(svg, scale, divider, bottom);
        for (int i = 0; i < locations.Length; i++)
        {
            double y = Top + ((i + 0.5) * Row);
            svg.Text(Left - 10, y + 4, LocationLabel.Of(new Activations.Location(locations[i])), "ink small end");
            foreach (ReplicateRecord replicate in model.Replicates)
            {
                foreach (ProbeRow row in replicate.Probes.Where(row => row.Partition == partition && row.Location.Name == locations[i]))
                {
                    Draw(svg, scale, y, row, replicate.Seed);
                }
            }
        }
        for (int i = 0; i < nulls.Length; i++)
        {
            double y = divider + ((i + 0.5) * Row);
            svg.Text(Left - 10, y + 4, nulls[i].Key, "small end");
            if (nulls[i].Value.Value is { } value)
            {
                svg.Diamond(scale.At(value), y, 3.5, "null", $"{nulls[i].Key}: {Wording.Number(value)}");
            }
        }
        return svg;
    }

    public static IReadOnlyDictionary<string, Measured> Nulls(ReportModel model, Partition partition) =>
        model.Theory.Nulls.FirstOrDefault(nulls => nulls.Partition == partition)?.Nulls ?? new Dictionary<string, Measured>();

    private static string Explanation(Partition partition) => partition switch
    {
        Partition.Subtree => "contexts with the same first four tokens together",
        Partition.Suffix => "contexts with the same last four tokens together",
        _ => "whole belief states left out",
    };

    private static Scale Axis(ProbeRow[] rows, KeyValuePair<string, Measured>[] nulls)
    {
        double least = rows.SelectMany(row => new[] { row.Trained, row.Untrained, row.Permuted, row.Shuffled }).Concat(nulls.Select(null_ => null_.Value))
            .Select(value => value.Value).OfType<double>().DefaultIfEmpty(0).Min();
        return new Scale(least < -0.05 ? -0.25 : -0.05, 1.02, Left, Right);
    }

    private static void Ground(Svg svg, Scale scale, double divider, double bottom)
    {
        foreach (double tick in scale.Ticks(5))
        {
            svg.Line(scale.At(tick), Top, scale.At(tick), bottom, tick == 0 ? "axis" : "grid");
            svg.Text(scale.At(tick), bottom + 15, Scale.Label(tick), "small mid");
        }
        svg.Line(0, divider - 3, Right, divider - 3, "grid");
    }

    private static void Draw(Svg svg, Scale scale, double y, ProbeRow row, int seed)
    {
        foreach ((Measured value, string style) in new[] { (row.Shuffled, "shuffled"), (row.Permuted, "permuted"), (row.Untrained, "untrained"), (row.Trained, "trained") })
        {
            if (value.Value is { } number)
            {
                string tip = $"{row.Location}, seed {Wording.Count(seed)}, {style}: {Wording.Number(number)}";
                double x = scale.At(number);
                if (style is "shuffled" or "permuted")
                {
                    svg.Path([(x - 2.5, y - 2.5), (x + 2.5, y + 2.5)], style, tip);
                    svg.Path([(x - 2.5, y + 2.5), (x + 2.5, y - 2.5)], style);
                }
                else
                {
                    svg.Dot(x, y, 3.2, style, tip);
                }
            }
        }
    }
}
