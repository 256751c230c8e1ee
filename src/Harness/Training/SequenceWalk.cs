using Harness.Numerics;
using Harness.Processes;
using Harness.Processes.Compositions;

namespace Harness.Training;

/// <summary>One way of drawing a sequence of tokens from a process.</summary>
internal abstract class SequenceWalk
{
    /// <summary>Through hidden states where there are some, which costs least; factor by factor where there are factors; else through beliefs.</summary>
    public static SequenceWalk Of(GenerativeProcess process) => process switch
    {
        HiddenMarkovModel { Kind: ProcessKind.Hmm } model => new HiddenStateWalk(model),
        FactoredProcess factored => new FactoredWalk(factored),
        BosProcess { Start: [.., 1] } begun => new BosWalk(begun),
        _ => new BeliefWalk(process),
    };

    /// <summary>Fills the span with the tokens of one sequence.</summary>
    public abstract void Draw(RandomStream random, Span<ushort> tokens);

    /// <summary>Running sums of weights; the last positive one is infinite, so that rounding can never pick an entry of weight zero.</summary>
    protected static double[] Cumulative(ReadOnlySpan<double> weights)
    {
        double[] sums = new double[weights.Length];
        double sum = 0;
        int last = -1;
        for (int i = 0; i < weights.Length; i++)
        {
            sums[i] = weights[i] > 0 ? sum += weights[i] : double.NegativeInfinity;
            last = weights[i] > 0 ? i : last;
        }
        sums[last] = double.PositiveInfinity;
        return sums;
    }

    /// <summary>The first entry whose running sum exceeds a uniform number.</summary>
    protected static int Pick(double[] cumulative, double uniform)
    {
        int i = 0;
        while (uniform >= cumulative[i])
        {
            i++;
        }
        return i;
    }
}
