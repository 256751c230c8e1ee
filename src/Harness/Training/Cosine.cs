using Harness.Specs;

namespace Harness.Training;

/// <summary>Half a cosine from 1 down to <paramref name="Final"/> after the warm-up.</summary>
internal sealed record Cosine(int Warmup = 0, double Final = 0) : Schedule(Warmup)
{
    public override void Check(Scope at, int steps)
    {
        base.Check(at, steps);
        at["final"].InRange(Final, 0, 1);
    }

    protected override double AfterWarmup(int step, int steps, IReadOnlyList<LossPoint> curve) =>
        Final + ((1 - Final) * 0.5 * (1 + Math.Cos(Math.PI * step / steps)));
}
