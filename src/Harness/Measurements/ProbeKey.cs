namespace Harness.Measurements;

/// <summary>Which probe is fitted: on which cross-products, for which target, scored on which rows.</summary>
internal sealed record ProbeKey
{
    public ProbeKey(CaptureKey capture, Target target = Target.Belief, Partition partition = Partition.Subtree, Fit fit = Fit.HeldOut)
    {
        Capture = capture;
        Target = target;
        Fit = fit;
        // The sum over the folds is the same whatever the partition.
        Partition = fit == Fit.InSample ? Partition.Subtree : partition;
    }

    public CaptureKey Capture { get; }

    public Target Target { get; }

    public Partition Partition { get; }

    public Fit Fit { get; }
}
