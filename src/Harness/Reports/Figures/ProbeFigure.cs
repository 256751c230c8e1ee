using Harness.Measurements;

namespace Harness.Reports.Figures;

/// <summary>The probe panels side by side, with their key, as a file.</summary>
internal static class ProbeFigure
{
    private const double Gap = 30;
    private const double Margin = 16;

    /// <summary>The partitions under which something was measured.</summary>
    public static IReadOnlyList<Partition> Partitions(ReportModel model) =>
        [.. Enum.GetValues<Partition>().Where(partition => model.Replicates.SelectMany(replicate => replicate.Probes).Any(row => row.Partition == partition && row.Trained.Value is not null))];

    /// <summary>Why a partition has no panel; null where nothing is known of it.</summary>
    public static string? Missing(ReportModel model, Partition partition) =>
        model.Replicates.SelectMany(replicate => replicate.Probes).FirstOrDefault(row => row.Partition == partition)?.Trained.Why;

    /// <summary>Null where no network was probed.</summary>
    public static string? Svg(ReportModel model)
    {
        Svg[] panels = [.. Partitions(model).Select(partition => ProbePanel.Draw(model, partition))];
        if (panels.Length == 0)
        {
            return null;
        }
        Svg svg = new((2 * Margin) + (panels.Length * (ProbePanel.Width + Gap)) - Gap, panels.Max(panel => panel.Height) + 46, "Probe R² by location, beside its nulls");
        svg.Place(Key(), Margin, 8);
        for (int i = 0; i < panels.Length; i++)
        {
            svg.Place(panels[i], Margin + (i * (ProbePanel.Width + Gap)), 38);
        }
        return svg.Standalone();
    }

    public static Svg Key()
    {
        Svg svg = new(490, 20, "Key");
        svg.Dot(6, 10, 3.2, "trained");
        svg.Text(14, 14, "trained", "ink");
        svg.Dot(76, 10, 3.2, "untrained");
        svg.Text(84, 14, "untrained", "ink");
        Cross(svg, 160, "permuted");
        svg.Text(168, 14, "permuted beliefs", "ink");
        Cross(svg, 292, "shuffled");
        svg.Text(300, 14, "shuffled", "ink");
        svg.Diamond(372, 10, 3.5, "null");
        svg.Text(380, 14, "without a network", "ink");
        return svg;
    }

    private static void Cross(Svg svg, double x, string style)
    {
        svg.Path([(x - 2.5, 7.5), (x + 2.5, 12.5)], style);
        svg.Path([(x - 2.5, 12.5), (x + 2.5, 7.5)], style);
    }
}
