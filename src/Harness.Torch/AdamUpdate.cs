using System.Numerics;
using System.Runtime.InteropServices;

namespace Harness.Torch;

/// <summary>m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; w ← w − α·m̂/(√v̂ + ε), with bias-corrected m̂ and v̂.</summary>
/// <remarks>Weight decay λ: g ← g + λw first (Adam), or w ← (1 − αλ)w first (decoupled, AdamW).</remarks>
internal sealed class AdamUpdate(double beta1, double beta2, double epsilon, double weightDecay, bool decoupled, int count) : ParameterUpdate
{
    private readonly float[] _mean = new float[count];
    private readonly float[] _square = new float[count];

    protected override IReadOnlyList<float[]> Moments => [_mean, _square];

    protected override void Move(Span<float> parameters, ReadOnlySpan<float> gradient, double rate)
    {
        double correction1 = 1 - Math.Pow(beta1, Steps), correction2 = 1 - Math.Pow(beta2, Steps);
        float keep1 = (float)beta1, add1 = (float)(1 - beta1), keep2 = (float)beta2, add2 = (float)(1 - beta2);
        float size = (float)(rate / correction1), root = (float)Math.Sqrt(correction2), floor = (float)epsilon;
        float coupled = decoupled ? 0 : (float)weightDecay, shrink = decoupled ? (float)(1 - (rate * weightDecay)) : 1;
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(_mean.AsSpan()), v = MemoryMarshal.Cast<float, Vector<float>>(_square.AsSpan());
        for (int i = 0; i < w.Length; i++)
        {
            Vector<float> slope = g[i] + (w[i] * coupled);
            m[i] = (m[i] * keep1) + (slope * add1);
            v[i] = (v[i] * keep2) + (slope * slope * add2);
            w[i] = (w[i] * shrink) - (m[i] * size / ((Vector.SquareRoot(v[i]) / root) + new Vector<float>(floor)));
        }
        for (int i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            float slope = gradient[i] + (parameters[i] * coupled);
            _mean[i] = (_mean[i] * keep1) + (slope * add1);
            _square[i] = (_square[i] * keep2) + (slope * slope * add2);
            parameters[i] = (parameters[i] * shrink) - (_mean[i] * size / ((MathF.Sqrt(_square[i]) / root) + floor));
        }
    }
}
