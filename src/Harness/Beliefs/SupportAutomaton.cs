using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The sets of states that words leave possible, and how tokens lead from one to another.</summary>
/// <remarks>
/// The subset automaton of the positive transitions, for processes in which the places where a belief is not 0 decide what may follow. Built
/// as it is asked; a set is followed by the belief it was first met with. Set 0 is that of the empty word.
/// </remarks>
internal sealed class SupportAutomaton
{
    private const int Impossible = -1;
    private const int Unasked = -2;
    private readonly GenerativeProcess _process;
    private readonly List<double[]> _beliefs = [];
    private readonly List<int[]> _next = [];
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);

    public SupportAutomaton(GenerativeProcess process)
    {
        _process = process;
        Meet([.. process.Start]);
    }

    /// <summary>The number of sets met so far.</summary>
    public int Count => _beliefs.Count;

    /// <summary>The set after one more token; −1 where it cannot follow.</summary>
    public int Next(int set, int symbol)
    {
        if (_next[set][symbol] == Unasked)
        {
            double[] belief = new double[_process.StateCount];
            _next[set][symbol] = _process.Advance(_beliefs[set], symbol, belief) > 0 ? Meet(belief) : Impossible;
        }
        return _next[set][symbol];
    }

    private int Meet(double[] belief)
    {
        string places = string.Create(belief.Length, belief, (text, values) =>
        {
            for (int place = 0; place < values.Length; place++)
            {
                text[place] = values[place] != 0 ? '1' : '0';
            }
        });
        if (!_sets.TryGetValue(places, out int set))
        {
            _sets[places] = set = Count;
            _beliefs.Add(belief);
            int[] next = new int[_process.SymbolCount];
            Array.Fill(next, Unasked);
            _next.Add(next);
        }
        return set;
    }
}
