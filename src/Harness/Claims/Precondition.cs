using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>What must hold of a replicate, or the question was not asked of it.</summary>
internal abstract record Precondition
{
    public abstract string Name { get; }

    public abstract void Check(Scope at, Claim claim, MeasureContext context);

    /// <summary>The bound, resolved against theory.</summary>
    public abstract double Bound(Claim claim, TheoryNulls theory);

    /// <summary>The replicate's number that is held against the bound; null when it has none.</summary>
    public abstract double? Value(ReplicateValue replicate);

    public bool Holds(ReplicateValue replicate, double bound) => replicate.Failure is null && Value(replicate) is { } value && value <= bound;
}
