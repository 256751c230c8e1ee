using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Activations;

/// <summary>NumPy's archive of arrays (<c>.npz</c>): a zip file with one <c>.npy</c> for each name.</summary>
/// <remarks>
/// An <c>.npy</c> file is a magic word, version 1.0, the length of a header, the header as a Python dictionary (<c>descr</c>, <c>fortran_order</c>,
/// <c>shape</c>) padded to 64 bytes, then the numbers. Written are float32 (<c>&lt;f4</c>), float64 (<c>&lt;f8</c>), int16 (<c>&lt;i2</c>) and uint16
/// (<c>&lt;u2</c>), row-major.
/// </remarks>
internal static partial class NumPyArchive
{
    private const int MostAtOnce = 1 << 20;
    private const int LongestHeader = 1 << 20;

    private static readonly byte[] s_magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    // Zip files need a time; the earliest one that they can hold makes equal content equal bytes.
    private static readonly DateTimeOffset s_epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds an array of float, double, short or ushort.</summary>
    public static void Add<T>(ZipArchive archive, string name, ReadOnlySpan<T> values, params IReadOnlyList<int> shape)
        where T : unmanaged
    {
        string kind = Kind<T>();
        string sizes = string.Concat(shape.Select(size => size.ToString(CultureInfo.InvariantCulture) + ", "));
        string text = $"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({sizes.TrimEnd()}), }}";
        int length = ((s_magic.Length + 2 + text.Length + 1 + 63) / 64 * 64) - s_magic.Length - 2;
        ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", CompressionLevel.Fastest);
        entry.LastWriteTime = s_epoch;
        using Stream stream = entry.Open();
        stream.Write(s_magic);
        Span<byte> prefix = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(prefix, (ushort)length);
        stream.Write(prefix);
        stream.Write(Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n"));
        // In pieces, as a span holds no more than 2 GB of bytes.
        for (; values.Length > 0; values = values[Math.Min(MostAtOnce, values.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Math.Min(MostAtOnce, values.Length)]));
        }
    }

    /// <summary>The names of the arrays.</summary>
    public static IReadOnlyList<string> Names(ZipArchive archive) =>
        [.. archive.Entries.Where(entry => entry.FullName.EndsWith(".npy", StringComparison.Ordinal)).Select(entry => entry.FullName[..^4])];

    /// <summary>An array as float64, whatever it was written as; null when there is none of this name.</summary>
    /// <exception cref="FormatException">It is no array of numbers in C order.</exception>
    public static (double[] Values, int[] Shape)? Read(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name + ".npy") is not { } entry)
        {
            return null;
        }
        using Stream stream = entry.Open();
        (string kind, int[] shape) = Header(stream, name);
        long count = NamedTensor.CountOf(shape);
        if (count > Array.MaxLength)
        {
            throw new FormatException(FormattableString.Invariant($"'{name}' has {count} numbers, which are more than are read"));
        }
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        return (Numbers(name, kind, memory.GetBuffer().AsSpan(0, (int)memory.Length), count), shape);
    }

    /// <summary>The shape of an array; null when there is none of this name.</summary>
    /// <exception cref="FormatException">It is no array of numbers in C order.</exception>
    public static int[]? Shape(ZipArchive archive, string name)
    {
        using Stream? stream = archive.GetEntry(name + ".npy")?.Open();
        return stream is null ? null : Header(stream, name).Shape;
    }

    private static (string Kind, int[] Shape) Header(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[8], size = stackalloc byte[4];
        size.Clear();
        if (stream.ReadAtLeast(start, 8, throwOnEndOfStream: false) < 8 || !start[..6].SequenceEqual(s_magic.AsSpan(0, 6)))
        {
            throw new FormatException($"'{name}' is not a NumPy array");
        }
        int wide = start[6] > 1 ? 4 : 2;
        bool complete = stream.ReadAtLeast(size[..wide], wide, throwOnEndOfStream: false) == wide;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(size);
        byte[] text = new byte[Math.Min(length, LongestHeader)];
        complete &= length <= LongestHeader && stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) == text.Length;
        string header = Encoding.ASCII.GetString(text);
        Match kind = Description().Match(header), order = Order().Match(header), sizes = Sizes().Match(header);
        if (!complete || !kind.Success || !sizes.Success || order.Groups[1].Value != "False")
        {
            throw new FormatException($"'{name}' is not an array in C order");
        }
        string[] parts = sizes.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (kind.Groups[1].Value, [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int extent)
            ? extent
            : throw new FormatException($"'{name}' has a shape that is not read: {sizes.Value}"))]);
    }

    private static double[] Numbers(string name, string kind, ReadOnlySpan<byte> bytes, long count)
    {
        int size = kind switch
        {
            "<f8" or "<i8" => 8,
            "<f4" or "<i4" => 4,
            "<f2" or "<u2" or "<i2" => 2,
            "|u1" => 1,
            _ => throw new FormatException($"'{name}' holds {kind}; <f2, <f4, <f8, <i2, <i4, <i8, <u2 and |u1 are read"),
        };
        if (bytes.Length != count * size)
        {
            throw new FormatException(FormattableString.Invariant($"'{name}' needs {count} × {size} bytes and has {bytes.Length}"));
        }
        double[] values = new double[count];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> own = bytes.Slice(i * size, size);
            values[i] = kind switch
            {
                "<f8" => BinaryPrimitives.ReadDoubleLittleEndian(own),
                "<f4" => BinaryPrimitives.ReadSingleLittleEndian(own),
                "<f2" => (double)BinaryPrimitives.ReadHalfLittleEndian(own),
                "<i8" => BinaryPrimitives.ReadInt64LittleEndian(own),
                "<i4" => BinaryPrimitives.ReadInt32LittleEndian(own),
                "<i2" => BinaryPrimitives.ReadInt16LittleEndian(own),
                "<u2" => BinaryPrimitives.ReadUInt16LittleEndian(own),
                _ => own[0],
            };
        }
        return values;
    }

    private static string Kind<T>() =>
        typeof(T) == typeof(float) ? "<f4"
        : typeof(T) == typeof(double) ? "<f8"
        : typeof(T) == typeof(short) ? "<i2"
        : typeof(T) == typeof(ushort) ? "<u2"
        : throw new NotSupportedException($"Arrays of {typeof(T).Name} are not written.");

    [GeneratedRegex("'descr': *'([^']+)'")]
    private static partial Regex Description();

    [GeneratedRegex("'fortran_order': *(\\w+)")]
    private static partial Regex Order();

    [GeneratedRegex("'shape': *\\(([^)]*)\\)")]
    private static partial Regex Sizes();
}
