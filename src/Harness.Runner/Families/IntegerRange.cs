using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Whole numbers, both ends included, all equally probable.</summary>
internal sealed record IntegerRange(int Min, int Max)
{
    public bool Contains(int value) => value >= Min && value <= Max;

    public void Check(Scope at, int low, int high)
    {
        at["min"].InRange(Min, low, high);
        at["max"].InRange(Max, low, high);
        FamilyProblems.Order(at, Min, Max);
    }
}
