using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ActivationShiftTests
{
    [Fact]
    public void Apply_ToABlock_AddsEachContextsOwnVector()
    {
        ActivationShift shift = new("ln_final", 10, [[1, 2], null, [3, 4]]);
        float[] activations = [10, 20, 30, 40, 50, 60, 70, 80];

        shift.Apply(11, 4, activations);

        // Contexts 11 to 14: 11 is left alone, 12 is changed, 13 and 14 are of another length.
        Assert.Equal([10, 20, 33, 44, 50, 60, 70, 80], activations);
        Assert.Equal([false, true, false, true, false], Enumerable.Range(9, 5).Select(shift.Changes));
    }
}
