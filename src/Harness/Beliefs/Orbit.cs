using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>One long walk through the beliefs of a process, with tokens drawn from a named stream: the same walk every time.</summary>
internal sealed class Orbit
{
    private readonly GenerativeProcess _process;
    private readonly RandomStream _stream;
    private readonly double[] _law;
    private double[] _belief;
    private double[] _next;

    /// <param name="purpose">Names the stream, so that two walks are independent.</param>
    /// <param name="settle">Tokens that are drawn at once, to forget the stationary start.</param>
    public Orbit(GenerativeProcess process, string purpose, int settle = 1000)
    {
        _process = process;
        _stream = new Seed(0).Stream(purpose);
        _law = new double[process.SymbolCount];
        _belief = [.. process.Stationary];
        _next = new double[_belief.Length];
        for (int token = 0; token < settle; token++)
        {
            Move();
        }
    }

    public ReadOnlySpan<double> Belief => _belief;

    /// <summary>Draws the next token and follows it.</summary>
    public int Move()
    {
        _process.NextToken(_belief, _law);
        double left = _stream.NextDouble() * _law.Sum();
        int symbol = Array.FindLastIndex(_law, probability => probability > 0);
        for (int z = 0; z < symbol; z++)
        {
            if ((left -= _law[z]) < 0)
            {
                symbol = z;
            }
        }
        _process.Advance(_belief, symbol, _next);
        (_belief, _next) = (_next, _belief);
        return symbol;
    }
}
