using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>A safetensors file, read and written by the letter of the format and by nothing of the command.</summary>
internal sealed record TensorFile(IReadOnlyDictionary<string, (string Kind, int[] Shape, byte[] Bytes)> Tensors, IReadOnlyDictionary<string, string> Texts)
{
    public static TensorFile Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int length = (int)BitConverter.ToInt64(file);
        Dictionary<string, (string, int[], byte[])> tensors = [];
        Dictionary<string, string> texts = [];
        int end = 0;
        foreach ((string name, JsonNode? entry) in JsonNode.Parse(Encoding.UTF8.GetString(file, 8, length))!.AsObject())
        {
            if (name == "__metadata__")
            {
                texts = entry!.AsObject().ToDictionary(text => text.Key, text => text.Value!.GetValue<string>());
                continue;
            }
            int[] offsets = [.. entry!["data_offsets"]!.AsArray().Select(offset => offset!.GetValue<int>())];
            // The format allows no holes.
            Assert.Equal(end, offsets[0]);
            end = offsets[1];
            tensors[name] = (entry["dtype"]!.GetValue<string>(), [.. entry["shape"]!.AsArray().Select(size => size!.GetValue<int>())], file[(8 + length + offsets[0])..(8 + length + offsets[1])]);
        }
        Assert.Equal(file.Length, 8 + length + end);
        return new TensorFile(tensors, texts);
    }

    public static (string, int[], byte[]) Floats(int[] shape, float[] values) => ("F32", shape, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>The same numbers as float64.</summary>
    public static (string, int[], byte[]) Doubles((string Kind, int[] Shape, byte[] Bytes) single) =>
        ("F64", single.Shape, [.. single.Bytes.Chunk(4).SelectMany(bytes => BitConverter.GetBytes((double)BitConverter.ToSingle(bytes)))]);

    public TensorFile With(string name, (string, int[], byte[]) tensor) => this with { Tensors = new Dictionary<string, (string, int[], byte[])>(Tensors) { [name] = tensor } };

    public TensorFile Without(string name) => this with { Tensors = Tensors.Where(tensor => tensor.Key != name).ToDictionary() };

    public byte[] Write()
    {
        JsonObject header = new() { ["__metadata__"] = new JsonObject(Texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))) };
        int at = 0;
        foreach ((string name, (string kind, int[] shape, byte[] bytes)) in Tensors)
        {
            header[name] = new JsonObject
            {
                ["dtype"] = kind,
                ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(at, at += bytes.Length),
            };
        }
        byte[] text = Encoding.UTF8.GetBytes(header.ToJsonString());
        return [.. BitConverter.GetBytes((long)text.Length), .. text, .. Tensors.Values.SelectMany(tensor => tensor.Bytes)];
    }
}
