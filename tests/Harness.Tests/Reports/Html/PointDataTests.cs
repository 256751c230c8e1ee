using System.Buffers.Binary;
using Harness.Claims;
using Harness.Reports.Figures;
using Harness.Reports.Html;
using Harness.Reports.Records;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Html;

public sealed class PointDataTests
{
    [Fact]
    public void Write_ThreeStates_KeepsTheBeliefInTheCoordinates()
    {
        PictureRecord picture = SampleRun.Mess3.Picture!;
        PointCloud cloud = PointCloud.Of(picture);
        byte[] bytes = PointData.Write(picture, cloud);
        Assert.Equal(19 * picture.Count, bytes.Length);
        for (int context = 0; context < picture.Count; context++)
        {
            double x = cloud.Frame.Left + (Share(bytes, 2 * context) * cloud.Frame.Width), y = cloud.Frame.Top - (Share(bytes, (2 * context) + 1) * cloud.Frame.Height);
            double c = y / (Math.Sqrt(3) / 2), b = x - (c / 2);
            Assert.Equal((double)PictureRecord.Floats(picture.Theory)[3 * context], 1 - b - c, 1e-4);
            Assert.Equal((double)PictureRecord.Floats(picture.Theory)[(3 * context) + 1], b, 1e-4);
        }
    }

    [Fact]
    public void Write_MoreStates_CarriesTheBeliefs()
    {
        PictureRecord picture = SampleRun.Of(KnownProcesses.RandomRandomXor, 5, [SampleRun.Claim("rrxor/x", new AtLeast(0.5))]).Picture!;
        byte[] bytes = PointData.Write(picture, PointCloud.Of(picture));
        Assert.True(PointData.HasBeliefs(picture));
        Assert.Equal((19 + (2 * 2 * 5)) * picture.Count, bytes.Length);
        Assert.Equal((double)PictureRecord.Floats(picture.Theory)[7], (Share(bytes[(19 * picture.Count)..], 7) * 2) - 0.5, 1e-4);
    }

    private static double Share(byte[] bytes, int index) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * index)) / 65535.0;
}
