using System.Buffers.Binary;
using Harness.Reports.Figures;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>The points of the interactive picture as packed bytes.</summary>
/// <remarks>
/// In this order, n contexts: for theory, untrained and trained n × (x, y) as uint16 shares of the frame; n × (red, green, blue); n sizes; n parent
/// steps; n last symbols, uint16; where <see cref="HasBeliefs"/>, exact and then decoded beliefs, n × states, uint16 with 0 at −0.5 and 65535 at 1.5.
/// Little-endian. For three states the beliefs are read off the coordinates.
/// </remarks>
internal static class PointData
{
    private const int MostBeliefs = 200_000;

    public static bool HasBeliefs(PictureRecord picture) => picture.States > 3 && picture.Count * picture.States <= MostBeliefs;

    public static byte[] Write(PictureRecord picture, PointCloud cloud)
    {
        int n = picture.Count, beliefs = HasBeliefs(picture) ? 2 * n * picture.States : 0;
        byte[] bytes = new byte[(12 * n) + (7 * n) + (2 * beliefs)];
        int at = 0;
        for (int panel = 0; panel < 3; panel++)
        {
            for (int context = 0; context < n; context++)
            {
                Put(bytes, ref at, cloud.X[panel][context]);
                Put(bytes, ref at, cloud.Y[panel][context]);
            }
        }
        foreach (byte[] column in new[] { cloud.Colours, cloud.Sizes, picture.ParentSteps, picture.LastSymbols })
        {
            column.CopyTo(bytes, at);
            at += column.Length;
        }
        if (beliefs > 0)
        {
            foreach (byte[] source in new[] { picture.Theory, picture.Trained })
            {
                foreach (float value in PictureRecord.Floats(source))
                {
                    Put(bytes, ref at, (value + 0.5) / 2);
                }
            }
        }
        return bytes;
    }

    private static void Put(byte[] bytes, ref int at, double share)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)Math.Clamp(Math.Round(share * 65535), 0, 65535));
        at += 2;
    }
}
