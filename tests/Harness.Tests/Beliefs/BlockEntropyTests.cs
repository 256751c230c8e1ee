using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BlockEntropyTests
{
    private static readonly BeliefTree s_tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 10);

    private static readonly double[] s_bits = [0, 1, 2, 2.918296, 3.825011, 4.688722, 5.522055, 6.332067, 7.110902, 7.871115, 8.615285];

    [Fact]
    public void Nats_OfRrxor_AreTheKnownSequence() => Digits.Agree(s_bits, Digits.ToBits(BlockEntropy.Nats(s_tree)), 6e-7);

    [Fact]
    public void Nats_FromMyopicEntropies_EqualThoseFromWordProbabilities() =>
        Digits.Agree(BlockEntropy.Nats(s_tree), BlockEntropy.Nats(MyopicEntropy.Nats(s_tree)), 1e-13);
}
