namespace Harness.Processes.Compositions;

/// <summary>Writes what determines a composition as numbers that no other composition has: its sort, and every part with its length before it.</summary>
internal static class ProcessNumbers
{
    /// <param name="sort">A number of its own for each class of processes.</param>
    public static IEnumerable<double> Of(int sort, IReadOnlyList<double> own, IReadOnlyList<IEnumerable<double>> parts) =>
        [sort, parts.Count, own.Count, .. own, .. parts.Select(part => part.ToArray()).SelectMany(part => part.Prepend(part.Length))];
}
