using Harness.Numerics;
using Harness.Processes;
using Harness.Processes.Compositions;

namespace Harness.Training;

/// <summary>Follows the factors' beliefs and draws one token of each after the other: never the law of the joint token.</summary>
internal sealed class FactoredWalk(FactoredProcess process) : SequenceWalk
{
    public override void Draw(RandomStream random, Span<ushort> tokens)
    {
        double[] start = [.. process.Start];
        double[][] beliefs = [.. process.Factors.Select((_, i) => process.BeliefOf(i, start).ToArray())];
        double[][] next = [.. process.Factors.Select(factor => new double[factor.StateCount])];
        double[][] laws = [.. process.Factors.Select(factor => new double[factor.SymbolCount])];
        for (int t = 0; t < tokens.Length; t++)
        {
            int joint = 0, previous = 0;
            for (int i = 0; i < beliefs.Length; i++)
            {
                LinearProcess factor = process.Factors[i].After(previous);
                factor.NextToken(beliefs[i], laws[i]);
                previous = Pick(Cumulative(laws[i]), random.NextDouble());
                factor.Advance(beliefs[i], previous, next[i]);
                (beliefs[i], next[i]) = (next[i], beliefs[i]);
                joint = (joint * factor.SymbolCount) + previous;
            }
            tokens[t] = (ushort)joint;
        }
    }
}
