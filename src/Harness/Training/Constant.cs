namespace Harness.Training;

/// <summary>The same rate throughout, after an optional warm-up.</summary>
internal sealed record Constant(int Warmup = 0) : Schedule(Warmup)
{
    protected override double AfterWarmup(int step, int steps, IReadOnlyList<LossPoint> curve) => 1;
}
