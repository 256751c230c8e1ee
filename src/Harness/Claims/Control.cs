using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>A trial of the instrument: the same measure, comparator and interval where the answer is known.</summary>
/// <param name="Expect">The outcome a working instrument must give.</param>
internal abstract record Control(Expectation Expect)
{
    public abstract string Name { get; }

    public virtual void Check(Scope at, Claim claim, MeasureContext context)
    {
    }

    /// <summary>What the instrument reads of one replicate.</summary>
    public abstract ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context);
}
