using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class CompensatedSumTests
{
    [Fact]
    public void Add_TermsThatCancel_KeepsTheSmallOnes()
    {
        CompensatedSum sum = new();
        foreach (double term in new[] { 1, 1e100, 1, -1e100 })
        {
            sum.Add(term);
        }
        Assert.Equal(2, sum.Value);
    }
}
