using Harness.Processes;

namespace Harness.Tests.Beliefs;

/// <summary>One coin drawn uniformly from all biases: N coins for N → ∞. A belief is (a, b) for a 0s and b 1s seen, each plus 1; P(0) = a / (a + b).</summary>
internal sealed class ContinuumOfCoins(double[] start)
    : GenerativeProcess("continuum", new Dictionary<string, double>(), ["0", "1"], ["a", "b"], start)
{
    public ContinuumOfCoins()
        : this([1, 1])
    {
    }

    public override IReadOnlyList<double> Stationary => [1, 1];

    public override IEnumerable<double> Numbers => Start;

    public override GenerativeProcess StartingFrom(double[] belief) => new ContinuumOfCoins(belief);

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        belief.CopyTo(next);
        next[symbol]++;
        return belief[symbol] / (belief[0] + belief[1]);
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        law[0] = belief[0] / (belief[0] + belief[1]);
        law[1] = belief[1] / (belief[0] + belief[1]);
    }
}
