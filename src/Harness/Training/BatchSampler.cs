using Harness.Numerics;
using Harness.Processes;

namespace Harness.Training;

/// <summary>Draws sequences of tokens from a process.</summary>
/// <remarks>Batch k comes from substream k: it needs no batch before it.</remarks>
internal sealed class BatchSampler(GenerativeProcess process, RandomStream stream)
{
    private readonly SequenceWalk _walk = SequenceWalk.Of(process);

    /// <summary>Sequences of <paramref name="length"/> tokens, row-major.</summary>
    public ushort[] Draw(long batch, int sequences, int length)
    {
        RandomStream random = stream.At(batch);
        ushort[] tokens = new ushort[sequences * length];
        for (int row = 0; row < sequences; row++)
        {
            _walk.Draw(random, tokens.AsSpan(row * length, length));
        }
        return tokens;
    }
}
