using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>What is uncertain after contexts of each length, index L = 0 to the depth.</summary>
/// <param name="NextTokenNats">h_{L+1} = H[X_{L+1} | X_1…X_L], see <see cref="MyopicEntropy"/>.</param>
/// <param name="BeliefNats">H[S_L | X_1…X_L] = Σ P(η) H[η], the mean entropy of the belief; null where beliefs are not laws of hidden states.</param>
/// <remarks>From a stationary start neither increases with L (Crutchfield and Feldman 2003).</remarks>
internal sealed record ContextEntropies(double[] NextTokenNats, double[]? BeliefNats)
{
    /// <summary>Why there is no entropy of beliefs.</summary>
    public const string NoBeliefEntropy = "undefined: beliefs are not laws of hidden states";

    // From so many beliefs on of which no two are equal, words are counted before they are followed.
    private const int Many = 100_000;

    /// <summary>By following the distinct beliefs from length to length.</summary>
    /// <param name="limit">The most beliefs of one length; more are refused before the memory is used.</param>
    /// <exception cref="TreeTooLargeException">There are more.</exception>
    public static ContextEntropies Of(GenerativeProcess process, int depth, int limit = 50_000_000)
    {
        double[] nextToken = new double[depth + 1];
        double[]? belief = HasBeliefEntropy(process) ? new double[depth + 1] : null;
        BeliefLevel level = BeliefLevel.Start(process);
        List<double> counted = [];
        for (int length = 0; length <= depth; length++)
        {
            nextToken[length] = NextTokenNatsAt(level);
            if (belief is not null)
            {
                belief[length] = BeliefNatsAt(level);
            }
            if (length < depth)
            {
                counted.Add(level.Count);
                Refuse(level, counted, depth, limit);
                level = level.Next();
            }
        }
        return new ContextEntropies(nextToken, belief);
    }

    /// <summary>By moving probability over mixed states: any depth is cheap.</summary>
    public static ContextEntropies Of(BeliefChain chain, int depth)
    {
        double[] nextToken = new double[depth + 1];
        double[]? belief = HasBeliefEntropy(chain.Presentation.Process) ? new double[depth + 1] : null;
        double[] law = chain.Start();
        for (int length = 0; length <= depth; length++)
        {
            nextToken[length] = chain.NextTokenEntropyNats(law);
            if (belief is not null)
            {
                belief[length] = chain.BeliefEntropyNats(law);
            }
            law = chain.Step(law);
        }
        return new ContextEntropies(nextToken, belief);
    }

    public static bool HasBeliefEntropy(GenerativeProcess process) => process is HiddenMarkovModel { Kind: ProcessKind.Hmm };

    public static double NextTokenNatsAt(BeliefLevel level)
    {
        CompensatedSum sum = new();
        double[] law = new double[level.Process.SymbolCount];
        for (int belief = 0; belief < level.Count; belief++)
        {
            level.Process.NextToken(level.Belief(belief), law);
            sum.Add(level.Probabilities[belief] * Shannon.EntropyNats(law));
        }
        return sum.Value;
    }

    public static double BeliefNatsAt(BeliefLevel level)
    {
        CompensatedSum sum = new();
        for (int belief = 0; belief < level.Count; belief++)
        {
            sum.Add(level.Probabilities[belief] * Shannon.EntropyNats(level.Belief(belief)));
        }
        return sum.Value;
    }

    private static void Refuse(BeliefLevel level, IReadOnlyList<double> counted, int depth, int limit)
    {
        if (level.MostNext > limit || (level.Count > Many && !level.Coincide && WordCount.Of(level.Process, depth, limit)?.Total > limit))
        {
            WordCount words = WordCount.Of(level.Process, depth, double.PositiveInfinity) ?? new WordCount(counted, depth);
            throw new TreeTooLargeException(level.Process.Id, words, limit, new TreeLimit(limit), level.Process.StateCount);
        }
    }
}
