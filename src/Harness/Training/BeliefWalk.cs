using Harness.Numerics;
using Harness.Processes;

namespace Harness.Training;

/// <summary>Follows the belief: each token is drawn from the law that the tokens before it leave. Needs no hidden states, so it serves every process.</summary>
internal sealed class BeliefWalk(GenerativeProcess process) : SequenceWalk
{
    public override void Draw(RandomStream random, Span<ushort> tokens)
    {
        double[] belief = [.. process.Start], next = new double[process.StateCount], law = new double[process.SymbolCount];
        for (int t = 0; t < tokens.Length; t++)
        {
            process.NextToken(belief, law);
            int symbol = Pick(Cumulative(law), random.NextDouble());
            tokens[t] = (ushort)symbol;
            process.Advance(belief, symbol, next);
            (belief, next) = (next, belief);
        }
    }
}
