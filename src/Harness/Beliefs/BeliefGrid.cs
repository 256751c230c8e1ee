namespace Harness.Beliefs;

/// <summary>Divides the space of beliefs into cubes that are small where it matters: a grid whose cells can be refined one by one.</summary>
/// <remarks>
/// A cell of level ℓ has the width 2⁻ˡ in every coordinate; a refined cell is replaced by cells of a higher level within it. A cell is named
/// by a hash of its level and place. Two cells of one hash are one cell: rare, and harmless to whoever needs only some fixed division.
/// </remarks>
internal sealed class BeliefGrid(int dimensions)
{
    public const int Finest = 40;

    // Borders avoid the round numbers on which beliefs like to lie.
    private const double Offset = 0.381966011250105;

    private readonly Dictionary<ulong, int> _refined = [];

    private readonly long[] _place = new long[dimensions];

    /// <summary>The cell that a belief lies in.</summary>
    public ulong CellOf(ReadOnlySpan<double> belief, out int level)
    {
        Place(belief);
        level = 0;
        ulong cell = Cell(level);
        while (_refined.TryGetValue(cell, out int finer) && finer > level)
        {
            level = finer;
            cell = Cell(level);
        }
        return cell;
    }

    /// <summary>The cell of a level in which a belief lies, refined or not.</summary>
    public ulong CellOf(ReadOnlySpan<double> belief, int level)
    {
        Place(belief);
        return Cell(level);
    }

    /// <summary>Replaces a cell by cells that are 2ⁿ times narrower, n = <paramref name="levels"/>, or as narrow as they get.</summary>
    public void Refine(ulong cell, int level, int levels) => _refined[cell] = Math.Min(Finest, level + levels);

    private void Place(ReadOnlySpan<double> belief)
    {
        for (int i = 0; i < _place.Length; i++)
        {
            _place[i] = (long)Math.Floor((belief[i] + Offset) * (1L << Finest));
        }
    }

    private ulong Cell(int level)
    {
        ulong hash = (ulong)level + 1;
        foreach (long place in _place)
        {
            hash = (hash * 0x9E3779B97F4A7C15) + (ulong)(place >> (Finest - level));
        }
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
