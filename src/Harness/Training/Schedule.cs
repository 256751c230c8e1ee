using Harness.Specs;

namespace Harness.Training;

/// <summary>How the learning rate changes: a factor of the optimiser's rate, by step.</summary>
/// <param name="Warmup">Steps over which the rate rises linearly from 0 (exclusive) to its value.</param>
internal abstract record Schedule(int Warmup)
{
    /// <summary>The factor at a step counted from 0, out of so many.</summary>
    /// <param name="curve">The training loss so far.</param>
    public double Factor(int step, int steps, IReadOnlyList<LossPoint> curve) =>
        step < Warmup ? (step + 1.0) / Warmup : AfterWarmup(step - Warmup, steps - Warmup, curve);

    public virtual void Check(Scope at, int steps) => at["warmup"].InRange(Warmup, 0, steps - 1);

    protected abstract double AfterWarmup(int step, int steps, IReadOnlyList<LossPoint> curve);
}
