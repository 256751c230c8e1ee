using System.Globalization;
using Harness.Beliefs;

namespace Harness.Reports.Figures;

/// <summary>The mixed-state presentation as a graph: how an observer who knows nothing synchronises, and what then recurs.</summary>
internal static class MixedStateGraph
{
    /// <summary>A larger presentation is not drawn: its edges would cover everything.</summary>
    public const int MostStates = 40;

    private const double Radius = 13;
    private const double Ring = 3.5;
    private const double Margin = 46;
    private const double Clearance = Radius + Ring + 3;
    private const double LetterWidth = 5.6;
    private const double LabelHeight = 11;
    private const int LargestDenominator = 64;
    private const double Rounding = 1e-9;

    /// <summary>Null where the presentation is not closed, has one state only, or too many.</summary>
    public static Svg? Draw(MixedStatePresentation presentation, BeliefColour colour)
    {
        if (!presentation.Closed || presentation.Count is < 2 or > MostStates)
        {
            return null;
        }
        GraphLayout layout = new(presentation);
        double left = layout.Places.Min(p => p.X) - Margin, top = layout.Places.Min(p => p.Y) - Margin - 8;
        Svg svg = new(layout.Places.Max(p => p.X) - left + Margin, layout.Places.Max(p => p.Y) - top + Margin + 8, $"The mixed states of {presentation.Process.Id}");
        (double X, double Y)[] places = [.. layout.Places.Select(p => (p.X - left, p.Y - top))], centres = [.. layout.Centres.Select(p => (p.X - left, p.Y - top))];
        LabelPlacement room = new();
        string[] words = ShortestWords.Of(presentation);
        for (int state = 0; state < places.Length; state++)
        {
            room.Take(places[state].X, places[state].Y, 2 * (Radius + Ring), 2 * (Radius + Ring));
            room.Take(places[state].X, WordAt(places[state].Y, presentation.Recurrent[state]) - 4, LetterWidth * words[state].Length, LabelHeight);
        }
        List<(double X, double Y, string Text)> labels = [];
        int alphabet = presentation.Process.SymbolCount;
        foreach (IGrouping<(int From, int To), int> edge in Enumerable.Range(0, presentation.Transitions.Length)
            .Where(edge => presentation.Transitions[edge] >= 0).GroupBy(edge => (edge / alphabet, presentation.Transitions[edge])))
        {
            string text = string.Join("  ", edge.Select(e => $"{presentation.Process.Symbols[e % alphabet]}|{Share(presentation.Probabilities[e])}"));
            Edge(svg, places, centres, edge.Key.From, edge.Key.To, text, room, labels);
        }
        foreach ((double x, double y, string text) in labels)
        {
            svg.Text(x, y + 3, text, "label");
        }
        for (int state = 0; state < presentation.Count; state++)
        {
            State(svg, places[state], presentation, state, words[state], colour);
        }
        return svg;
    }

    private static void State(Svg svg, (double X, double Y) place, MixedStatePresentation presentation, int state, string word, BeliefColour colour)
    {
        double[] belief = presentation.Belief(state).ToArray();
        string tip = $"after {word}: ({string.Join(", ", belief.Select(Wording.Raw))})";
        svg.Dot(place.X, place.Y, Radius, "state", tip, colour.Hex(belief));
        if (presentation.Recurrent[state])
        {
            svg.Dot(place.X, place.Y, Radius + Ring, "recurrent", tip);
        }
        int sure = Array.FindIndex(belief, share => Math.Abs(share - 1) < Rounding);
        if (sure >= 0 && belief.Where((share, i) => i != sure && Math.Abs(share) > Rounding).FirstOrDefault() == 0 && presentation.Process.States[sure].Length <= 2)
        {
            svg.Text(place.X, place.Y + 4.5, presentation.Process.States[sure], "name");
        }
        svg.Text(place.X, WordAt(place.Y, presentation.Recurrent[state]), word, "word");
    }

    private static double WordAt(double y, bool recurrent) => y + Radius + (recurrent ? Ring : 0) + 10;

    private static void Edge(
        Svg svg, (double X, double Y)[] places, (double X, double Y)[] centres, int from, int to, string text, LabelPlacement room, List<(double X, double Y, string Text)> labels)
    {
        (double X, double Y) a = places[from], b = places[to];
        ((double X, double Y) leaving, (double X, double Y) arriving) = from == to ? Loop(a, centres[from]) : Bends(a, b).MinBy(bend => Crossed(a, bend.Leaving, bend.Arriving, b, places));
        (double X, double Y) start = Towards(a, leaving, Radius + Ring), end = Towards(b, arriving, Radius + Ring + 5);
        svg.Curve(start, leaving, arriving, end, "edge", text);
        Arrow(svg, end, Unit((end.X - arriving.X, end.Y - arriving.Y)));
        double[] along = from == to ? [0.5] : [0.4, 0.33, 0.47, 0.26, 0.54, 0.2, 0.6, 0.67, 0.14, 0.74, 0.8];
        (double x, double y) = room.Place(along.Select(t => On(start, leaving, arriving, end, t)), LetterWidth * text.Length, LabelHeight);
        labels.Add((x, y, text));
    }

    // Away from the ring, but not to the left, where edges arrive.
    private static ((double X, double Y) Leaving, (double X, double Y) Arriving) Loop((double X, double Y) at, (double X, double Y) centre)
    {
        (double X, double Y) away = Unit((at.X - centre.X, at.Y - centre.Y));
        away = away.X < -0.5 ? (0, -1) : away;
        return ((at.X + (46 * away.X) - (30 * away.Y), at.Y + (46 * away.Y) + (30 * away.X)), (at.X + (46 * away.X) + (30 * away.Y), at.Y + (46 * away.Y) - (30 * away.X)));
    }

    // Control points, straightest first: to the right level at both ends, elsewhere bent so that an edge and its opposite stay apart.
    private static IEnumerable<((double X, double Y) Leaving, (double X, double Y) Arriving)> Bends((double X, double Y) a, (double X, double Y) b)
    {
        (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
        bool forward = dx >= GraphLayout.Column / 2;
        foreach (double bend in forward ? [0, -1, 1, -2, 2, -3, 3] : new[] { 1.0, 1.8, 2.6, -1.8 })
        {
            yield return forward
                ? ((a.X + (0.42 * dx), a.Y + (0.75 * GraphLayout.Row * bend)), (b.X - (0.42 * dx), b.Y + (0.75 * GraphLayout.Row * bend)))
                : ((a.X + (0.3 * dx) + (0.16 * bend * dy), a.Y + (0.3 * dy) - (0.16 * bend * dx)), (a.X + (0.7 * dx) + (0.16 * bend * dy), a.Y + (0.7 * dy) - (0.16 * bend * dx)));
        }
    }

    // How much of a curve lies on states that it does not belong to.
    private static int Crossed((double X, double Y) a, (double X, double Y) leaving, (double X, double Y) arriving, (double X, double Y) b, (double X, double Y)[] places)
    {
        IEnumerable<(double X, double Y)> curve = Enumerable.Range(1, 39).Select(i => On(a, leaving, arriving, b, i / 40.0));
        (double X, double Y)[] others = [.. places.Where(place => place != a && place != b)];
        return curve.Sum(point => others.Count(other => ((other.X - point.X) * (other.X - point.X)) + ((other.Y - point.Y) * (other.Y - point.Y)) < Clearance * Clearance));
    }

    private static void Arrow(Svg svg, (double X, double Y) tip, (double X, double Y) d)
    {
        (double X, double Y) point = (tip.X + (4 * d.X), tip.Y + (4 * d.Y));
        svg.Path([point, (point.X - (7 * d.X) - (3 * d.Y), point.Y - (7 * d.Y) + (3 * d.X)), (point.X - (7 * d.X) + (3 * d.Y), point.Y - (7 * d.Y) - (3 * d.X)), point], "arrow");
    }

    private static (double X, double Y) On((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d, double t)
    {
        double s = 1 - t, wa = s * s * s, wb = 3 * s * s * t, wc = 3 * s * t * t, wd = t * t * t;
        return ((wa * a.X) + (wb * b.X) + (wc * c.X) + (wd * d.X), (wa * a.Y) + (wb * b.Y) + (wc * c.Y) + (wd * d.Y));
    }

    private static (double X, double Y) Towards((double X, double Y) from, (double X, double Y) to, double distance)
    {
        (double x, double y) = Unit((to.X - from.X, to.Y - from.Y));
        return (from.X + (distance * x), from.Y + (distance * y));
    }

    private static (double X, double Y) Unit((double X, double Y) vector)
    {
        double length = Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y));
        return length > 0 ? (vector.X / length, vector.Y / length) : (0, -1);
    }

    // A fraction where it is one.
    private static string Share(double probability)
    {
        for (int below = 1; below <= LargestDenominator; below++)
        {
            double above = Math.Round(probability * below);
            if (Math.Abs((probability * below) - above) < Rounding)
            {
                return below == 1 ? above.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{above}/{below}");
            }
        }
        return probability.ToString("0.###", CultureInfo.InvariantCulture);
    }
}
