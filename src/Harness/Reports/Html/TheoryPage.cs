using System.Globalization;
using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;
using Harness.Reports.Figures;

namespace Harness.Reports.Html;

/// <summary>One page for a process from theory alone: its beliefs, how an observer synchronises, what decodes beliefs without a network, and the card.</summary>
internal static class TheoryPage
{
    // What the picture of an infinite set shows: contexts, and contexts times the square of the coordinates.
    private const int LongestContext = 12;
    private const int MostContexts = 300_000;
    private const double MostWork = 1e9;

    private const double SmallestWidth = 760;

    /// <param name="card">The card as it is printed at a terminal.</param>
    public static string Write(GenerativeProcess process, string card, NullCard nulls, int degree = 1)
    {
        int most = Math.Max(process.SymbolCount + 1, (int)Math.Min(MostContexts, MostWork / ((double)process.StateCount * process.StateCount)));
        BeliefTree tree = BeliefTree.GrowWithin(process, LongestContext, most, degree);
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        double[] beliefs = [.. Enumerable.Range(0, tree.Count).SelectMany(node => tree.Belief(node).ToArray())];
        BeliefPlane plane = BeliefPlane.Of(process.StateCount, beliefs, tree.Probabilities);
        BeliefColour colour = new(process, plane);
        string with = string.Join(", ", process.Parameters.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value:R}")));
        return HtmlPage.Write(process.Id, string.Concat(
            $"<header><p class=\"kicker\">process{(with.Length > 0 ? ", " + Markup.Escape(with) : "")}</p>\n<h1>{Markup.Escape(process.Id)}</h1>\n",
            $"<p class=\"lede\">{Markup.Escape(NullTable.Sentence(nulls.Separation))}</p></header>\n",
            Figure("beliefs", "Beliefs", BeliefSetFigure.Draw(tree, presentation), Caption(tree, presentation, plane, colour)),
            Figure("mixed-states", "Synchronisation", MixedStateGraph.Draw(presentation, colour),
                "A circle is a mixed state: what is known after some word; the shortest such word stands below it, λ is the empty one. Column by column an observer synchronises; "
                + $"double circles recur for ever. An edge carries the token and its probability. Colours mix {colour.Mixes}."),
            NullSection.Write(nulls),
            $"<section id=\"card\">\n<h2>Everything</h2>\n<pre>{Markup.Escape(card)}</pre>\n</section>\n"));
    }

    // No larger than it is drawn, and no smaller than its labels can be read.
    private static string Figure(string id, string heading, Svg? figure, string caption) => figure is null ? "" :
        $"<section id=\"{id}\">\n<h2>{heading}</h2>\n<p>{Markup.Escape(caption)}</p>\n<div class=\"scroll\"><div class=\"still\" style=\"max-width:{Pixels(figure.Width)};min-width:{Pixels(Math.Min(figure.Width, SmallestWidth))}\">{figure.Inline()}</div></div>\n</section>\n";

    private static string Pixels(double width) => Math.Round(width).ToString(CultureInfo.InvariantCulture) + "px";

    private static string Caption(BeliefTree tree, MixedStatePresentation presentation, BeliefPlane plane, BeliefColour colour)
    {
        int states = tree.Process.StateCount;
        bool dots = presentation.Closed && states > 2;
        string what = dots
            ? $"The {Wording.Grouped(presentation.Count)} mixed states; those that recur are ringed."
            : $"What an ideal observer believes after each of the {Wording.Grouped(tree.Count - 1)} contexts of up to {Wording.Count(tree.Depth)} tokens; the area of a point goes with the square root of its probability.";
        string where = plane.Disc is not null ? "The plane is that of the Bloch vector, the circle its pure states."
            : !plane.HasCorners ? "The plane is spanned by the first two principal components of the beliefs, weighted by probability."
            : states == 2 ? "Left to right: the probability of the second state; downwards: context length."
            : states == 3 ? "A corner is certainty of a state."
            : "The plane is spanned by the first two principal components of the beliefs, weighted by probability; labels mark certainty of a state.";
        return $"{what} {where} Colours mix {colour.Mixes}.";
    }
}
