using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class MultiplicityTests
{
    private static readonly double[] s_raw = [0.01, 0.04, 0.03, 0.005];

    // 4·0.005, 3·0.01, 2·0.03, then 0.04 is raised to the 0.06 before it.
    [Fact]
    public void Holm_TextbookCase_IsTheTextbooks() => Near([0.03, 0.06, 0.06, 0.02], Multiplicity.Holm(s_raw));

    // 4·0.04/4, 4·0.03/3, 4·0.01/2, 4·0.005/1, and none above the one behind it.
    [Fact]
    public void BenjaminiHochberg_TextbookCase_IsTheTextbooks() => Near([0.02, 0.04, 0.04, 0.02], Multiplicity.BenjaminiHochberg(s_raw));

    // 2·0.03 would be 0.06; but where both are rejected at 0.031, the smaller is.
    [Fact]
    public void BenjaminiHochberg_ALargerThatPasses_TakesTheSmallerAlong() => Near([0.031, 0.031], Multiplicity.BenjaminiHochberg([0.03, 0.031]));

    [Fact]
    public void Adjusted_AnyFamily_IsBetweenRawAndOne()
    {
        foreach (double[] raw in new[] { s_raw, [1, 1, 0.9], [0.2], [] })
        {
            Assert.All(raw.Zip(Multiplicity.Holm(raw), Multiplicity.BenjaminiHochberg(raw)), p =>
            {
                Assert.InRange(p.Third, p.First, 1);
                Assert.InRange(p.Second, p.Third, 1);
            });
        }
        Near([0.2], Multiplicity.Holm([0.2]));
    }

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual, (e, a) => (e, a)), pair => Assert.Equal(pair.e, pair.a, 1e-12));
}
