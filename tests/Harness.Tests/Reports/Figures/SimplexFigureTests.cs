using BigGustave;
using Harness.Reports.Figures;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class SimplexFigureTests
{
    [Fact]
    public void Png_Mess3_DecodesAndShowsEveryStatesColour()
    {
        Png png = Png.Open(SimplexFigure.Png(SampleRun.Mess3.Picture!));
        Assert.Equal((SimplexFigure.Width, SimplexFigure.Height), (png.Width, png.Height));
        Pixel[] inked = [.. from x in Enumerable.Range(0, SimplexFigure.Width / 3) from y in Enumerable.Range(0, SimplexFigure.Height) select png.GetPixel(x, y)];
        Assert.Contains(inked, pixel => pixel.R > 180 && pixel.G < 110 && pixel.B < 110);
        Assert.Contains(inked, pixel => pixel.G > 130 && pixel.R < 110 && pixel.B < 130);
        Assert.Contains(inked, pixel => pixel.B > 180 && pixel.R < 120 && pixel.G < 150);
        Assert.Equal((byte)248, Math.Min((byte)248, png.GetPixel(5, 5).R));
    }

    [Fact]
    public void Png_Twice_GivesTheSameBytes() => Assert.Equal(SimplexFigure.Png(SampleRun.Mess3.Picture!), SimplexFigure.Png(SampleRun.Mess3.Picture!));
}
