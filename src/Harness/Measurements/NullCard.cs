using Harness.Beliefs;
using Harness.Processes;

namespace Harness.Measurements;

/// <summary>What the belief of a process can be decoded from without any network, and so whether the process can separate beliefs from predictions.</summary>
/// <param name="Window">Contexts 1..Window are pooled, weighted by their probability.</param>
/// <param name="Values">Held-out R², by the names of <see cref="TheoryNulls"/>.</param>
internal sealed record NullCard(int Window, string Partition, IReadOnlyDictionary<string, Measured> Values)
{
    private const int LongestWindow = 10;
    private const double Perfect = 1 - 1e-6;

    /// <summary>True when the next-token law does not determine the belief affinely.</summary>
    public bool Separates => !(Values[TheoryNulls.NextToken].Value >= Perfect);

    public static NullCard Of(GenerativeProcess process, int depth)
    {
        int window = Math.Clamp(depth, 2, LongestWindow);
        ContextTable contexts = new(BeliefTree.Grow(process, window), MixedStatePresentation.Of(process), window);
        return new NullCard(window, "subtree", new TheoryNulls(contexts).Of(Weighting.Probability, Measurements.Partition.Subtree, ContextScope.All));
    }
}
