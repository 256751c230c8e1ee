using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Experiments;

namespace Harness.Reports.Records;

/// <summary>The beliefs of every context: exact, and as decoded from the network before and after training.</summary>
/// <remarks>
/// Contexts are the nodes 1.. of the belief tree, level by level, words of a level in lexicographic order; little-endian arrays, base64 in JSON.
/// </remarks>
/// <param name="Location">Where the beliefs were decoded.</param>
/// <param name="Seed">The replicate.</param>
/// <param name="ParentSteps">By how much the index of the parent grows from one context to the next, the first from the empty word; bytes.</param>
/// <param name="LastSymbols">The last token of each context; uint16.</param>
/// <param name="Probabilities">P(context); float32.</param>
/// <param name="Theory">Contexts × states, float32, as are the other two.</param>
internal sealed record PictureRecord(
    Location Location, int Seed, int States, byte[] ParentSteps, byte[] LastSymbols, byte[] Probabilities, byte[] Theory, byte[] Untrained, byte[] Trained)
{
    [JsonIgnore]
    public int Count => LastSymbols.Length / sizeof(ushort);

    public static ReadOnlySpan<float> Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes);

    public static PictureRecord Of(BeliefTree tree, BeliefPicture picture)
    {
        int states = tree.Process.StateCount, count = tree.Count - 1;
        byte[] steps = new byte[count];
        float[] probabilities = new float[count], theory = new float[count * states];
        for (int context = 0, parent = 0; context < count; context++)
        {
            int node = context + 1;
            steps[context] = checked((byte)(tree.Parents[node] - parent));
            parent = tree.Parents[node];
            probabilities[context] = (float)tree.Probabilities[node];
            for (int state = 0; state < states; state++)
            {
                theory[(context * states) + state] = (float)tree.Belief(node)[state];
            }
        }
        return new PictureRecord(
            picture.Location, picture.Seed, states, steps, Bytes(tree.Symbols[1..]), Bytes(probabilities), Bytes(theory), Bytes(picture.Untrained), Bytes(picture.Trained));
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();
}
