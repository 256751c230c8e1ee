using Harness.Processes;

namespace Harness.Tests.Beliefs;

/// <summary>A process of which nothing is known but its filter.</summary>
internal sealed class Opaque(HiddenMarkovModel inner) : GenerativeProcess(inner.Id, inner.Parameters, inner.Symbols, inner.States, inner.Start)
{
    public override IReadOnlyList<double> Stationary => inner.Stationary;

    public override IEnumerable<double> Numbers => inner.Numbers;

    public override GenerativeProcess StartingFrom(double[] belief) => new Opaque(inner.StartingFrom(belief));

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next) => inner.Advance(belief, symbol, next);

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law) => inner.NextToken(belief, law);
}
