using System.Text;
using Harness.Activations;
using Xunit;

namespace Harness.Tests.Activations;

public sealed class SafetensorsTests
{
    private static readonly NamedTensor[] s_tensors = [new("a.W", [2, 3], [1, 2, 3, -4, float.Epsilon, 6]), new("b", [], [7]), new("empty", [0, 4], [])];

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameTensorsAndTexts()
    {
        (IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata) = Safetensors.Read(Safetensors.Write(s_tensors, new Dictionary<string, string> { ["config"] = "{\"x\": \"é\"}" }));
        Assert.Equal(s_tensors.Select(tensor => tensor.Name), tensors.Select(tensor => tensor.Name));
        Assert.Equal(s_tensors.Select(tensor => tensor.Shape), tensors.Select(tensor => tensor.Shape));
        Assert.Equal(s_tensors.Select(tensor => tensor.Values), tensors.Select(tensor => tensor.Values));
        Assert.Equal("{\"x\": \"é\"}", metadata["config"]);
    }

    [Fact]
    public void Write_Always_FollowsTheLayoutOfTheFormat()
    {
        byte[] file = Safetensors.Write(s_tensors, new Dictionary<string, string>());
        long length = BitConverter.ToInt64(file);
        Assert.Equal(0, length % 8);
        string header = Encoding.UTF8.GetString(file, 8, (int)length);
        Assert.StartsWith("{\"__metadata__\":{},\"a.W\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}", header, StringComparison.Ordinal);
        Assert.Equal(8 + length + (4 * 7), file.Length);
        Assert.Equal(-4f, BitConverter.ToSingle(file, 8 + (int)length + 12));
    }

    [Theory]
    [InlineData("F64", 1.5, new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0x3F })]
    [InlineData("F16", 1.5, new byte[] { 0, 0x3E })]
    [InlineData("BF16", 1.5, new byte[] { 0xC0, 0x3F })]
    public void Read_OtherFloats_AreTakenAsFloat32(string kind, float value, byte[] bytes) => Assert.Equal(value, Assert.Single(Safetensors.Read(File(kind, "[1]", bytes)).Tensors).Values[0]);

    [Theory]
    [InlineData("I64", "[1]", 8, "'x' holds I64; F32, F64, F16 and BF16 are read")]
    [InlineData("F32", "[3]", 8, "'x' needs 3 × 4 bytes, and its place in the file does not have them")]
    public void Read_WhatItCannotTake_SaysWhy(string kind, string shape, int bytes, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Safetensors.Read(File(kind, shape, new byte[bytes]))).Message);

    [Fact]
    public void Read_AnotherFile_IsRefused()
    {
        Assert.Throws<FormatException>(() => Safetensors.Read([1, 2, 3]));
        Assert.Throws<FormatException>(() => Safetensors.Read(Encoding.UTF8.GetBytes("{ \"not\": \"tensors\", \"but\": \"some JSON\" }")));
        Assert.Throws<FormatException>(() => Safetensors.Read([.. BitConverter.GetBytes(4L), .. "abcd"u8]));
    }

    private static byte[] File(string kind, string shape, byte[] data)
    {
        byte[] header = Encoding.UTF8.GetBytes($$$"""{"x":{"dtype":"{{{kind}}}","shape":{{{shape}}},"data_offsets":[0,{{{data.Length}}}]}}""");
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. data];
    }
}
