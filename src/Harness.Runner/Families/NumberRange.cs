using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Numbers between two ends, evenly spread.</summary>
internal sealed record NumberRange(double Min, double Max)
{
    public bool Contains(double value) => value >= Min && value <= Max;

    public void Check(Scope at) => FamilyProblems.Order(at, Min, Max);
}
