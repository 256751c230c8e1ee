using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class MeasuredTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_NotFinite_IsUndefined(double value)
    {
        Assert.Null(Measured.Of(value).Value);
        Assert.NotNull(Measured.Of(value).Why);
    }

    [Fact]
    public void Text_ShowsValueOrReason()
    {
        Assert.Equal("0.9000", Measured.Of(0.9).ToString());
        Assert.Equal("undefined: no folds", Measured.Undefined("no folds").ToString());
    }
}
