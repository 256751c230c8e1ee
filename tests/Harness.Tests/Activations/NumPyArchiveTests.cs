using System.IO.Compression;
using System.Text;
using Harness.Activations;
using Xunit;

namespace Harness.Tests.Activations;

public sealed class NumPyArchiveTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameNumbers()
    {
        using ZipArchive archive = Written(out _);
        Assert.Equal(["floats", "hooks/blocks.0.hook_resid_post", "tokens"], NumPyArchive.Names(archive));
        (double[] values, int[] shape) = NumPyArchive.Read(archive, "floats")!.Value;
        Assert.Equal([1.5, -2, 3.25, 0, 5, 6], values);
        Assert.Equal([3, 2], shape);
        Assert.Equal([0.1, 0.2], NumPyArchive.Read(archive, "hooks/blocks.0.hook_resid_post")!.Value.Values);
        Assert.Equal([7, 65535], NumPyArchive.Read(archive, "tokens")!.Value.Values);
        Assert.Null(NumPyArchive.Read(archive, "nothing"));
    }

    [Fact]
    public void Add_Always_FollowsTheLayoutOfTheFormat()
    {
        using ZipArchive archive = Written(out _);
        using MemoryStream memory = new();
        archive.GetEntry("floats.npy")!.Open().CopyTo(memory);
        byte[] bytes = memory.ToArray();
        Assert.Equal("\u0093NUMPY\u0001\0", Encoding.Latin1.GetString(bytes, 0, 8));
        int length = BitConverter.ToUInt16(bytes, 8);
        Assert.Equal(0, (10 + length) % 64);
        string header = Encoding.ASCII.GetString(bytes, 10, length);
        Assert.StartsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2,), }", header, StringComparison.Ordinal);
        Assert.EndsWith("\n", header, StringComparison.Ordinal);
        Assert.Equal(10 + length + 24, bytes.Length);
    }

    [Fact]
    public void Add_SameArrays_GivesTheSameBytes()
    {
        using ZipArchive one = Written(out MemoryStream first), two = Written(out MemoryStream second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Theory]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", "'x' holds <c8")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }", "'x' is not an array in C order")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", "'x' needs 3 × 4 bytes and has 8")]
    public void Read_WhatItCannotTake_SaysWhy(string header, string message)
    {
        MemoryStream stream = new();
        using (ZipArchive writing = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = writing.CreateEntry("x.npy").Open())
        {
            entry.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header), .. new byte[8]]);
        }
        using ZipArchive archive = new(stream);
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => NumPyArchive.Read(archive, "x")).Message, StringComparison.Ordinal);
    }

    private static ZipArchive Written(out MemoryStream stream)
    {
        stream = new MemoryStream();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            NumPyArchive.Add<float>(archive, "floats", [1.5f, -2, 3.25f, 0, 5, 6], 3, 2);
            NumPyArchive.Add<double>(archive, "hooks/blocks.0.hook_resid_post", [0.1, 0.2], 2);
            NumPyArchive.Add<ushort>(archive, "tokens", [7, 65535], 2);
        }
        return new ZipArchive(new MemoryStream(stream.ToArray()));
    }
}
