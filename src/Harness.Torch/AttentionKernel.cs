using System.Numerics;
using System.Runtime.CompilerServices;

namespace Harness.Torch;

/// <summary>Causal attention over a prefix tree: every context attends to itself and its ancestors, found by walking up.</summary>
/// <remarks>
/// For each head: a = softmax(q·kᵀ/√D) over the context and its ancestors, mixed = a·v. The work is tiny next to the matrix products, but as
/// tensor operations (gather, batched products, softmax, scatter) it would cost more than they do. Rows hold queries, keys and values
/// side by side, [3·H·D]; a store of ancestors holds keys and values at the same distance from each other.
/// </remarks>
/// <param name="Heads">H.</param>
/// <param name="Width">D, the dimension of a head.</param>
/// <param name="Longest">T, the most contexts that one can attend to.</param>
internal readonly record struct AttentionKernel(int Heads, int Width, int Longest)
{
    private int Inner => Heads * Width;

    /// <param name="own">[n, 3·H·D] the contexts that ask.</param>
    /// <param name="parents">[n] each one's parent in <paramref name="store"/>; −1: none.</param>
    /// <param name="store">[m, 3·H·D] all possible ancestors (their queries are not read).</param>
    /// <param name="storeParents">[m] their parents, in the same store.</param>
    /// <param name="mixed">[n, H·D] what the heads bring.</param>
    /// <param name="laws">[n, H, T] the attention itself, the context first, then its parent and so on; or [T] when nobody needs it later.</param>
    public void Forward(
        ReadOnlySpan<float> own, ReadOnlySpan<int> parents, ReadOnlySpan<float> store, ReadOnlySpan<int> storeParents, Span<float> mixed, Span<float> laws)
    {
        int stride = 3 * Inner, kept = laws.Length > Longest ? Longest : 0;
        float scale = 1 / MathF.Sqrt(Width);
        mixed.Clear();
        for (int n = 0; n < parents.Length; n++)
        {
            for (int head = 0; head < Heads; head++)
            {
                ReadOnlySpan<float> row = own.Slice((n * stride) + (head * Width), stride - (head * Width));
                ReadOnlySpan<float> query = row[..Width];
                Span<float> law = laws.Slice(((n * Heads) + head) * kept, Longest);
                int length = 0;
                float top = law[length++] = scale * Dot(query, row.Slice(Inner, Width));
                for (int a = parents[n]; a >= 0; a = storeParents[a])
                {
                    float score = scale * Dot(query, store.Slice((a * stride) + Inner + (head * Width), Width));
                    law[length++] = score;
                    top = MathF.Max(top, score);
                }
                float sum = 0;
                for (int i = 0; i < length; i++)
                {
                    sum += law[i] = MathF.Exp(law[i] - top);
                }
                Span<float> result = mixed.Slice((n * Inner) + (head * Width), Width);
                law[0] /= sum;
                AddScaled(result, row.Slice(2 * Inner, Width), law[0]);
                length = 1;
                for (int a = parents[n]; a >= 0; a = storeParents[a], length++)
                {
                    law[length] /= sum;
                    AddScaled(result, store.Slice((a * stride) + (2 * Inner) + (head * Width), Width), law[length]);
                }
            }
        }
    }

    /// <summary>The gradient by queries, keys and values where the contexts that ask are the store: <paramref name="own"/> of all n.</summary>
    /// <param name="laws">As <see cref="Forward"/> left them.</param>
    /// <param name="slopes">[n, H·D] the gradient by mixed.</param>
    /// <param name="result">[n, 3·H·D].</param>
    public void Backward(
        ReadOnlySpan<float> own, ReadOnlySpan<int> parents, ReadOnlySpan<float> laws, ReadOnlySpan<float> slopes, Span<float> result)
    {
        int stride = 3 * Inner;
        float scale = 1 / MathF.Sqrt(Width);
        Span<float> pulls = stackalloc float[Longest];
        result.Clear();
        for (int n = 0; n < parents.Length; n++)
        {
            for (int head = 0; head < Heads; head++)
            {
                int from = head * Width;
                ReadOnlySpan<float> slope = slopes.Slice((n * Inner) + from, Width);
                ReadOnlySpan<float> query = own.Slice((n * stride) + from, Width);
                ReadOnlySpan<float> law = laws.Slice(((n * Heads) + head) * Longest, Longest);
                float mean = 0;
                int length = 0;
                for (int a = n; a >= 0; a = parents[a], length++)
                {
                    pulls[length] = Dot(slope, own.Slice((a * stride) + (2 * Inner) + from, Width));
                    mean += law[length] * pulls[length];
                    AddScaled(result.Slice((a * stride) + (2 * Inner) + from, Width), slope, law[length]);
                }
                Span<float> byQuery = result.Slice((n * stride) + from, Width);
                length = 0;
                for (int a = n; a >= 0; a = parents[a], length++)
                {
                    float byScore = scale * law[length] * (pulls[length] - mean);
                    AddScaled(byQuery, own.Slice((a * stride) + Inner + from, Width), byScore);
                    AddScaled(result.Slice((a * stride) + Inner + from, Width), query, byScore);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        int i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += Vector.Dot(new Vector<float>(x[i..]), new Vector<float>(y[i..]));
        }
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(Span<float> target, ReadOnlySpan<float> x, float factor)
    {
        int i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(target[i..]) + (new Vector<float>(x[i..]) * factor)).CopyTo(target[i..]);
        }
        for (; i < x.Length; i++)
        {
            target[i] += x[i] * factor;
        }
    }
}
