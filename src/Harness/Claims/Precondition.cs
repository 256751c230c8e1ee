using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>What must hold of a replicate, or the question was not asked of it.</summary>
internal abstract record Precondition
{
    public abstract string Name { get; }

    /// <summary>What is held against the bound, in words: "loss gap ≤ 0.01 nats".</summary>
    public abstract string Words(double bound);

    public abstract void Check(Scope at, Claim claim, MeasureContext context);

    /// <summary>The bound, resolved against theory.</summary>
    public abstract double Bound(Claim claim, TheoryNulls theory);

    /// <summary>The replicate's number that is held against the bound; null when it has none.</summary>
    public abstract double? Value(Claim claim, ReplicateValue replicate);

    /// <summary>True when the replicate and its arms keep the bound.</summary>
    public bool Holds(Claim claim, ReplicateValue replicate, double bound) =>
        replicate.Failure is null && Value(claim, replicate) is { } value && value <= bound && replicate.Arms.All(arm => Holds(claim, arm, bound));

    /// <summary>The worst number of the replicate and its arms; null when there is none.</summary>
    public double? Worst(Claim claim, ReplicateValue replicate) => replicate.Arms.Select(arm => Worst(claim, arm)).Append(Value(claim, replicate)).Max();
}
