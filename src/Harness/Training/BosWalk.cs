using Harness.Numerics;
using Harness.Processes.Compositions;

namespace Harness.Training;

/// <summary>The token of the beginning, then a sequence of the process that begins.</summary>
internal sealed class BosWalk(BosProcess process) : SequenceWalk
{
    private readonly SequenceWalk _inner = Of(process.Inner);

    public override void Draw(RandomStream random, Span<ushort> tokens)
    {
        if (tokens.Length > 0)
        {
            tokens[0] = (ushort)process.Inner.SymbolCount;
            _inner.Draw(random, tokens[1..]);
        }
    }
}
