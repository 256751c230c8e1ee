using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Harness.Training;

namespace Harness.Runner;

/// <summary>A training's state as bytes.</summary>
/// <remarks>
/// The SHA-256 of everything behind it, then little-endian: step, number of parameters, number of optimiser moments, number of curve points,
/// number of kept networks, open steps (int32 each), open loss (float64), parameters and moments (float32), curve points (int32 step, float64
/// loss), kept networks (int32 step, int32 number of parameters, parameters).
/// </remarks>
internal static class TrainingStateFile
{
    private const int HashLength = 32;

    public static byte[] Write(TrainingState state)
    {
        using MemoryStream stream = new();
        stream.Write(new byte[HashLength]);
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(state.Step);
            writer.Write(state.Parameters.Length);
            writer.Write(state.Optimizer.Length);
            writer.Write(state.Curve.Count);
            writer.Write(state.Kept.Count);
            writer.Write(state.OpenSteps);
            writer.Write(state.OpenLoss);
            writer.Write(MemoryMarshal.AsBytes(state.Parameters.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(state.Optimizer.AsSpan()));
            foreach (LossPoint point in state.Curve)
            {
                writer.Write(point.Step);
                writer.Write(point.LossNats);
            }
            foreach (Checkpoint kept in state.Kept)
            {
                writer.Write(kept.Step);
                writer.Write(kept.Parameters.Length);
                writer.Write(MemoryMarshal.AsBytes(kept.Parameters.AsSpan()));
            }
        }
        byte[] bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(HashLength)).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>Null when the bytes do not match their checksum: cut short, or changed.</summary>
    public static TrainingState? Read(byte[] bytes)
    {
        if (bytes.Length <= HashLength || !SHA256.HashData(bytes.AsSpan(HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength)))
        {
            return null;
        }
        using BinaryReader reader = new(new MemoryStream(bytes, HashLength, bytes.Length - HashLength));
        int step = reader.ReadInt32(), parameters = reader.ReadInt32(), moments = reader.ReadInt32(), points = reader.ReadInt32(), kept = reader.ReadInt32();
        int openSteps = reader.ReadInt32();
        double openLoss = reader.ReadDouble();
        return new TrainingState(
            step, Floats(reader, parameters), Floats(reader, moments), [.. Enumerable.Range(0, points).Select(_ => new LossPoint(reader.ReadInt32(), reader.ReadDouble()))],
            openLoss, openSteps, [.. Enumerable.Range(0, kept).Select(_ => new Checkpoint(reader.ReadInt32(), Floats(reader, reader.ReadInt32())))]);
    }

    private static float[] Floats(BinaryReader reader, int count) => MemoryMarshal.Cast<byte, float>(reader.ReadBytes(count * sizeof(float))).ToArray();
}
