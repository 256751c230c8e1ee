using Harness.Specs;

namespace Harness.Training;

/// <summary>Multiplies the rate by <paramref name="Decay"/> whenever the training loss has stopped falling.</summary>
/// <remarks>
/// Judged by the points of the loss curve, of which a training of any length has about a hundred: after <paramref name="Patience"/> points
/// in a row that are not lower than the best one before them by <paramref name="Threshold"/> nats. A function of the curve alone, so that a
/// resumed training goes on as if it had never stopped.
/// </remarks>
internal sealed record Plateau(double Decay = 0.5, int Patience = 5, double Threshold = 1e-4, int Warmup = 0) : Schedule(Warmup)
{
    public override void Check(Scope at, int steps)
    {
        base.Check(at, steps);
        at["decay"].InRange(Decay, 0.01, 0.99);
        at["patience"].InRange(Patience, 1, 100);
        at["threshold"].InRange(Threshold, 0, 1);
    }

    protected override double AfterWarmup(int step, int steps, IReadOnlyList<LossPoint> curve)
    {
        double best = double.PositiveInfinity, factor = 1;
        int waited = 0;
        foreach (LossPoint point in curve)
        {
            waited = point.LossNats < best - Threshold ? 0 : waited + 1;
            best = Math.Min(best, point.LossNats);
            if (waited == Patience)
            {
                (factor, waited) = (factor * Decay, 0);
            }
        }
        return factor;
    }
}
