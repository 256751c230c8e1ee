using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Activations;

/// <summary>The safetensors file format: tensors by name, with a block of texts beside them.</summary>
/// <remarks>
/// Eight bytes with the length of the header (little-endian), the header as JSON — for each tensor its <c>dtype</c>, <c>shape</c> and
/// <c>data_offsets</c> from the end of the header, and <c>__metadata__</c> — padded with blanks to a multiple of eight, then the numbers. Written as
/// F32; F64, F16 and BF16 are read too and rounded to float32.
/// </remarks>
internal static class Safetensors
{
    private const string Metadata = "__metadata__";
    private const int LongestHeader = 100_000_000;

    public static byte[] Write(IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject(Metadata);
            foreach ((string name, string value) in metadata)
            {
                json.WriteString(name, value);
            }
            json.WriteEndObject();
            long at = 0;
            foreach (NamedTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                Numbers(json, "shape", tensor.Shape.Select(size => (long)size));
                Numbers(json, "data_offsets", [at, at += (long)tensor.Values.Length * sizeof(float)]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        int length = (int)(header.Length + 7) / 8 * 8;
        using MemoryStream file = new();
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, length);
        file.Write(prefix);
        header.WriteTo(file);
        file.Write(Enumerable.Repeat((byte)' ', length - (int)header.Length).ToArray());
        foreach (NamedTensor tensor in tensors)
        {
            file.Write(MemoryMarshal.AsBytes(tensor.Values.AsSpan()));
        }
        return file.ToArray();
    }

    /// <summary>The tensors and texts of a file.</summary>
    /// <param name="wanted">Which tensors to read; null: all.</param>
    /// <exception cref="FormatException">It is not a safetensors file, or has numbers of a kind that is not read; says which.</exception>
    public static (IReadOnlyList<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Read(byte[] file, Func<string, bool>? wanted = null)
    {
        long length = file.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(file) : -1;
        if (length is < 2 or > LongestHeader || length > file.Length - 8)
        {
            throw new FormatException("its first eight bytes are not the length of a header that it has");
        }
        try
        {
            using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, (int)length));
            ReadOnlyMemory<byte> data = file.AsMemory(8 + (int)length);
            Dictionary<string, string> metadata = [];
            List<NamedTensor> tensors = [];
            foreach (JsonProperty entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name == Metadata)
                {
                    metadata = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
                    continue;
                }
                if (wanted is null || wanted(entry.Name))
                {
                    tensors.Add(Tensor(entry, data));
                }
            }
            return (tensors, metadata);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"its header cannot be read ({error.Message})", error);
        }
    }

    private static NamedTensor Tensor(JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        string kind = entry.Value.GetProperty("dtype").GetString()!;
        int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        long[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        int size = kind switch
        {
            "F64" => 8,
            "F32" => 4,
            "F16" or "BF16" => 2,
            _ => throw new FormatException($"'{entry.Name}' holds {kind}; F32, F64, F16 and BF16 are read"),
        };
        long count = NamedTensor.CountOf(shape);
        if (offsets is not [long from, long to] || shape.Any(extent => extent < 0) || from < 0 || to > data.Length || to - from != count * size)
        {
            throw new FormatException(FormattableString.Invariant($"'{entry.Name}' needs {count} × {size} bytes, and its place in the file does not have them"));
        }
        ReadOnlySpan<byte> bytes = data.Span[(int)from..(int)to];
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> own = bytes.Slice(i * size, size);
            values[i] = kind switch
            {
                "F64" => (float)BinaryPrimitives.ReadDoubleLittleEndian(own),
                "F32" => BinaryPrimitives.ReadSingleLittleEndian(own),
                "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(own),
                _ => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(own) << 16),
            };
        }
        return new NamedTensor(entry.Name, shape, values);
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<long> values)
    {
        json.WriteStartArray(name);
        foreach (long value in values)
        {
            json.WriteNumberValue(value);
        }
        json.WriteEndArray();
    }
}
