namespace Harness.Reports.Figures;

/// <summary>The names of the states where certainty of them lies; states that fall on one point share a label. None where beliefs are no laws of states.</summary>
internal static class StateLabels
{
    private const double SamePlace = 0.02;

    /// <summary>Label, the place in shares of the frame, and the colour (null where states of several colours share it).</summary>
    public static IReadOnlyList<(string Text, double X, double Y, string? Colour)> Of(PointCloud cloud, IReadOnlyList<string> names)
    {
        List<(List<int> States, double X, double Y)> places = [];
        for (int state = 0; state < (cloud.Plane.HasCorners ? names.Count : 0); state++)
        {
            (double vx, double vy) = cloud.Plane.Vertex(state);
            double x = cloud.Frame.X(vx), y = cloud.Frame.Y(vy);
            int at = places.FindIndex(place => Math.Abs(place.X - x) < SamePlace && Math.Abs(place.Y - y) < SamePlace);
            if (at >= 0)
            {
                places[at].States.Add(state);
            }
            else
            {
                places.Add(([state], x, y));
            }
        }
        return [.. places.Select(place => (
            string.Join(", ", place.States.Select(state => names[state])), place.X, place.Y, place.States.Count == 1 ? Palette.Hex(place.States[0]) : null))];
    }
}
