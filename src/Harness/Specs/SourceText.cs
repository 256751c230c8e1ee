using System.Text;
using System.Text.Json;

namespace Harness.Specs;

/// <summary>Reads JSON text into <see cref="SourceNode"/>s. Comments and trailing commas are allowed; nesting is limited.</summary>
internal static class SourceText
{
    public const int MaxBytes = 4 * 1024 * 1024;
    public const int MaxDepth = 64;

    /// <summary>The root, or a problem that says where the text stops being JSON.</summary>
    public static SourceNode? Parse(string file, byte[] utf8, List<Problem> problems)
    {
        if (utf8.Length > MaxBytes)
        {
            problems.Add(new Problem(file, 1, 1, "$", Problems.FileTooLarge(utf8.Length, MaxBytes)));
            return null;
        }
        ReadOnlySpan<byte> text = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? utf8.AsSpan(3) : utf8;
        List<int> lineStarts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lineStarts.Add(i + 1);
            }
        }
        Utf8JsonReader reader = new(text, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = MaxDepth,
        });
        try
        {
            reader.Read();
            SourceNode root = Node(ref reader, lineStarts);
            reader.Read();
            return root;
        }
        catch (InvalidOperationException)
        {
            (int line, int column) = Place(reader.TokenStartIndex, lineStarts);
            problems.Add(new Problem(file, line, column, "$", Problems.NotJson("this text is not valid UTF-8 or has half a surrogate pair.")));
            return null;
        }
        catch (JsonException error)
        {
            int line = (int)(error.LineNumber ?? 0) + 1, column = (int)(error.BytePositionInLine ?? 0) + 1;
            problems.Add(new Problem(file, line, column, "$", Problems.NotJson(error.Message)));
            return null;
        }
    }

    private static SourceNode Node(ref Utf8JsonReader reader, List<int> lineStarts)
    {
        (int line, int column) = Place(reader.TokenStartIndex, lineStarts);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                SourceNode record = new(JsonTokenType.StartObject, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    (int nameLine, int nameColumn) = Place(reader.TokenStartIndex, lineStarts);
                    string name = reader.GetString()!;
                    reader.Read();
                    record.Properties.Add(new SourceProperty(name, nameLine, nameColumn, Node(ref reader, lineStarts)));
                }
                return record;
            case JsonTokenType.StartArray:
                SourceNode array = new(JsonTokenType.StartArray, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Items.Add(Node(ref reader, lineStarts));
                }
                return array;
            case JsonTokenType.String:
                return new SourceNode(JsonTokenType.String, line, column) { Text = reader.GetString()! };
            default:
                return new SourceNode(reader.TokenType, line, column) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    private static (int Line, int Column) Place(long index, List<int> lineStarts)
    {
        int found = lineStarts.BinarySearch((int)index);
        int line = found >= 0 ? found : ~found - 1;
        return (line + 1, (int)index - lineStarts[line] + 1);
    }
}
