using Harness.Reports.Figures;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class ScaleTests
{
    [Fact]
    public void Ticks_Linear_AreRoundNumbersInside() => Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], new Scale(-0.05, 1.02, 0, 100).Ticks());

    [Fact]
    public void Ticks_Logarithmic_ArePowersOfTen() => Assert.Equal(["10⁻³", "10⁻²", "10⁻¹"], new Scale(1e-3, 0.4, 0, 100, Logarithmic: true).Ticks().Select(Scale.PowerLabel));

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(1, 50)]
    [InlineData(10, 100)]
    [InlineData(1000, 100)]
    [InlineData(-3, 0)]
    public void At_Logarithmic_IsProportionalAndStopsAtTheEnds(double value, double position) =>
        Assert.Equal(position, new Scale(0.1, 10, 0, 100, Logarithmic: true).At(value), 9);
}
