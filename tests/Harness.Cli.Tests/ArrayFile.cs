using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Cli.Tests;

/// <summary>A NumPy archive, read and written by the letter of the format and by nothing of the command.</summary>
internal sealed record ArrayFile(IReadOnlyDictionary<string, (string Kind, int[] Shape, double[] Values)> Arrays)
{
    public static ArrayFile Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return new ArrayFile(archive.Entries.ToDictionary(entry => entry.FullName[..^".npy".Length], Array));
    }

    public (string Kind, int[] Shape, double[] Values) this[string name] => Arrays[name];

    public ArrayFile With(string name, string kind, int[] shape, params double[] values) =>
        new(new Dictionary<string, (string, int[], double[])>(Arrays) { [name] = (kind, shape, values) });

    public ArrayFile Without(Func<string, bool> name) => new(Arrays.Where(array => !name(array.Key)).ToDictionary());

    /// <summary>Every array with its rows in this order, some of them left out or twice.</summary>
    public ArrayFile Rows(params int[] rows) => new(Arrays.ToDictionary(
        array => array.Key,
        array =>
        {
            (string kind, int[] shape, double[] values) = array.Value;
            int width = values.Length / shape[0];
            return (kind, new[] { rows.Length }.Concat(shape[1..]).ToArray(), rows.SelectMany(row => values.Skip(row * width).Take(width)).ToArray());
        }));

    public byte[] Write()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, (string kind, int[] shape, double[] values)) in Arrays)
            {
                using Stream entry = archive.CreateEntry(name + ".npy").Open();
                string text = $"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({string.Concat(shape.Select(size => $"{size}, "))}), }}";
                text = text.PadRight(((10 + text.Length + 1 + 63) / 64 * 64) - 11) + "\n";
                entry.Write([0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)text.Length), .. Encoding.ASCII.GetBytes(text)]);
                entry.Write([.. values.SelectMany(value => kind switch
                {
                    "<f4" => BitConverter.GetBytes((float)value),
                    "<f8" => BitConverter.GetBytes(value),
                    "<i8" => BitConverter.GetBytes((long)value),
                    _ => BitConverter.GetBytes((short)value),
                })]);
            }
        }
        return stream.ToArray();
    }

    private static (string Kind, int[] Shape, double[] Values) Array(ZipArchiveEntry entry)
    {
        using MemoryStream memory = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(memory);
        }
        byte[] bytes = memory.ToArray();
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0], bytes[..8]);
        int data = 10 + BitConverter.ToUInt16(bytes, 8);
        Assert.Equal(0, data % 64);
        Match header = Regex.Match(Encoding.ASCII.GetString(bytes, 10, data - 10), @"^\{'descr': '(<f4|<f8|<i2)', 'fortran_order': False, 'shape': \((\d+,(?: \d+,)*)\), \} *\n$");
        Assert.True(header.Success, entry.FullName);
        string kind = header.Groups[1].Value;
        int[] shape = [.. header.Groups[2].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse)];
        int size = kind[2] - '0';
        double[] values = [.. bytes[data..].Chunk(size).Select(own => kind switch
        {
            "<f4" => BitConverter.ToSingle(own),
            "<f8" => BitConverter.ToDouble(own),
            _ => BitConverter.ToInt16(own),
        })];
        Assert.Equal(shape.Aggregate(1, (product, extent) => product * extent), values.Length);
        return (kind, shape, values);
    }
}
