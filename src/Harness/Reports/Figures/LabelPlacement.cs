namespace Harness.Reports.Figures;

/// <summary>Finds room for labels: each goes to the first of its possible places where it touches nothing, or where it touches least.</summary>
internal sealed class LabelPlacement
{
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Keeps labels away from a box.</summary>
    public void Take(double x, double y, double width, double height) => _taken.Add((x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2)));

    /// <summary>The place of a label of this size among candidates for its centre, best first; it is taken then.</summary>
    public (double X, double Y) Place(IEnumerable<(double X, double Y)> candidates, double width, double height)
    {
        (double X, double Y) place = candidates.MinBy(candidate => Touched(candidate, width, height));
        Take(place.X, place.Y, width, height);
        return place;
    }

    private double Touched((double X, double Y) at, double width, double height) => _taken.Sum(box =>
        Math.Max(0, Math.Min(box.Right, at.X + (width / 2)) - Math.Max(box.Left, at.X - (width / 2)))
        * Math.Max(0, Math.Min(box.Bottom, at.Y + (height / 2)) - Math.Max(box.Top, at.Y - (height / 2))));
}
