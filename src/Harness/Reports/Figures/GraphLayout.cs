using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Reports.Figures;

/// <summary>Places for the mixed states of a closed presentation: transient ones in columns by the length of the shortest word that leads to them, each recurrent class as a ring behind them.</summary>
/// <remarks>Within a column states are put near the mean height of their neighbours in the next columns (Sugiyama, Tagawa and Toda 1981).</remarks>
internal sealed class GraphLayout
{
    public const double Column = 124;
    public const double Row = 54;

    private const int Sweeps = 8;
    private const double RingSpacing = 110;
    private const double SmallestRing = 64;

    private readonly MixedStatePresentation _presentation;
    private readonly int _alphabet;

    public GraphLayout(MixedStatePresentation presentation)
    {
        _presentation = presentation;
        _alphabet = presentation.Process.SymbolCount;
        Places = new (double, double)[presentation.Count];
        Centres = new (double, double)[presentation.Count];
        List<int>[] columns = Columns();
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (List<int> column in sweep % 2 == 0 ? columns : columns.Reverse())
            {
                Arrange(column);
            }
        }
        Rings(columns.Length * Column);
    }

    /// <summary>Of each state; the root is at (0, 0), words grow to the right.</summary>
    public (double X, double Y)[] Places { get; }

    /// <summary>The centre of a recurrent state's ring; for a transient state the point below it. Loops point away from it.</summary>
    public (double X, double Y)[] Centres { get; }

    private IEnumerable<int> Next(int state) => Enumerable.Range(state * _alphabet, _alphabet).Select(edge => _presentation.Transitions[edge]).Where(target => target >= 0);

    private List<int>[] Columns()
    {
        int[] depth = new int[_presentation.Count];
        // Breadth first: a state's number is larger than that of the first to lead to it.
        for (int state = 0, found = 1; state < _presentation.Count; state++)
        {
            foreach (int target in Next(state).Where(target => target >= found).Distinct().Order().ToArray())
            {
                depth[target] = depth[state] + 1;
                found = target + 1;
            }
        }
        int[] transient = [.. Enumerable.Range(0, _presentation.Count).Where(state => !_presentation.Recurrent[state])];
        List<int>[] columns = [.. transient.GroupBy(state => depth[state]).OrderBy(column => column.Key).Select(column => column.ToList())];
        for (int column = 0; column < columns.Length; column++)
        {
            Spread(columns[column], column * Column);
        }
        return columns;
    }

    private void Arrange(List<int> column)
    {
        double x = Places[column[0]].X;
        Dictionary<int, double> wanted = column.ToDictionary(state => state, state => Enumerable.Range(0, _presentation.Count)
            .Where(other => !_presentation.Recurrent[other] && other != state && (Next(other).Contains(state) || Next(state).Contains(other)))
            .Select(other => Places[other].Y).DefaultIfEmpty(Places[state].Y).Average());
        List<int> ordered = [.. column.OrderBy(state => wanted[state]).ThenBy(state => Places[state].Y)];
        column.Clear();
        column.AddRange(ordered);
        Spread(column, x);
    }

    private void Spread(List<int> column, double x)
    {
        for (int i = 0; i < column.Count; i++)
        {
            Places[column[i]] = (x, (i - ((column.Count - 1) / 2.0)) * Row);
            Centres[column[i]] = (x, Places[column[i]].Y + 1);
        }
    }

    private void Rings(double left)
    {
        int[] component = StrongComponents.Of(_presentation.Transitions, _alphabet);
        int[][] classes = [.. Enumerable.Range(0, _presentation.Count).Where(state => _presentation.Recurrent[state]).GroupBy(state => component[state]).Select(Cycle)];
        double[] radii = [.. classes.Select(members => members.Length == 1 ? 0 : Math.Max(SmallestRing, members.Length * RingSpacing / (2 * Math.PI)))];
        double total = radii.Sum(radius => 2 * radius) + ((classes.Length - 1) * 2 * Row), y = -total / 2;
        for (int i = 0; i < classes.Length; i++)
        {
            (double X, double Y) centre = (left + 24 + radii.Max(), y + radii[i]);
            for (int k = 0; k < classes[i].Length; k++)
            {
                double angle = Math.PI + (2 * Math.PI * k / classes[i].Length);
                Places[classes[i][k]] = (centre.X + (radii[i] * Math.Cos(angle)), centre.Y + (radii[i] * Math.Sin(angle)));
                Centres[classes[i][k]] = classes[i].Length == 1 ? (centre.X, centre.Y + 1) : centre;
            }
            y += (2 * radii[i]) + (2 * Row);
        }
    }

    // Depth first, so that states that follow each other are neighbours.
    private int[] Cycle(IEnumerable<int> members)
    {
        List<int> order = [];
        Stack<int> open = new([members.First()]);
        while (open.TryPop(out int state))
        {
            if (!order.Contains(state))
            {
                order.Add(state);
                foreach (int target in Next(state).Reverse())
                {
                    open.Push(target);
                }
            }
        }
        return [.. order];
    }
}
