using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Specs;

/// <summary>How specs are written: the serializer's settings and the kinds found in the given assemblies. Made once by the host.</summary>
/// <remarks>camelCase properties, kebab-case enum values, a "kind" for every abstract record; everything unknown, doubled, missing or null is refused.</remarks>
internal sealed class SpecFormat
{
    private static readonly FrozenSet<Type> Integers =
        new[] { typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong) }.ToFrozenSet();

    private readonly Kinds _kinds;
    private readonly ConcurrentDictionary<Type, (JsonForm Form, WrittenAsAttribute? Written)> _forms = [];

    /// <param name="assemblies">Where kinds are looked for, beside this assembly.</param>
    public SpecFormat(params Assembly[] assemblies)
    {
        _kinds = new Kinds(assemblies.Append(typeof(SpecFormat).Assembly));
        Options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            MaxDepth = SourceText.MaxDepth,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { _kinds.Modify } },
        };
        Options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        Options.MakeReadOnly();
        Indented = new JsonSerializerOptions(Options) { WriteIndented = true, NewLine = "\n" };
        Indented.MakeReadOnly();
        Committed = new JsonSerializerOptions(Options) { TypeInfoResolver = Options.TypeInfoResolver!.WithAddedModifier(info => SpecText.Arrange(info, this)) };
        Committed.MakeReadOnly();
    }

    public JsonSerializerOptions Options { get; }

    /// <summary>The same, for files that people read.</summary>
    public JsonSerializerOptions Indented { get; }

    /// <summary>Without what has its default, in the order of <see cref="SpecText"/>.</summary>
    public JsonSerializerOptions Committed { get; }

    /// <summary>Name and type of each kind of an abstract record, in the order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, Type>> KindsOf(Type type) => _kinds.Of(type);

    /// <summary>The values of an enum as they are written.</summary>
    public IReadOnlyList<string> ValuesOf(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, Options).GetString()!)];

    public JsonForm FormOf(Type type) => Shape(type).Form;

    /// <summary>The form of a value of this type that has this JSON token; null when there is none.</summary>
    public Type? Match(Type type, JsonTokenType token) => FormOf(type) switch
    {
        JsonForm.Written => Shape(type).Written!.Forms.FirstOrDefault(form => Match(form, token) is not null),
        JsonForm.Text or JsonForm.Choice => token == JsonTokenType.String ? type : null,
        JsonForm.Flag => token is JsonTokenType.True or JsonTokenType.False ? type : null,
        JsonForm.Integer or JsonForm.Number => token == JsonTokenType.Number ? type : null,
        JsonForm.List => token == JsonTokenType.StartArray ? type : null,
        _ => token == JsonTokenType.StartObject ? type : null,
    };

    /// <summary>The form of a value of this type that a JSON value has or comes nearest to; null when there is none.</summary>
    /// <remarks>Among several forms of an object: the one that knows most of its properties, then one that has kinds if the object names a kind, then the first.</remarks>
    public Type? Match(Type type, SourceNode node)
    {
        Type[] forms = FormOf(type) == JsonForm.Written ? [.. Shape(type).Written!.Forms.Where(form => Match(form, node.Token) is not null)] : [];
        return node.IsObject && forms.Length > 1 ? forms.MaxBy(form => Known(form, node)) : Match(type, node.Token);
    }

    private int Known(Type form, SourceNode node)
    {
        if (FormOf(form) != JsonForm.Record)
        {
            return 0;
        }
        IReadOnlyList<KeyValuePair<string, Type>> kinds = KindsOf(form);
        string? kind = kinds.Count > 0 ? node.Find(Kinds.Discriminator)?.Value.Text : null;
        Type? record = kinds.Count == 0 ? form : kinds.FirstOrDefault(candidate => candidate.Key == kind).Value;
        int known = record is null ? 0 : Options.GetTypeInfo(record).Properties.Count(property => node.Find(property.Name) is not null);
        return (2 * known) + (kind is null ? 0 : 3);
    }

    /// <summary>What to write for a value of this type, in the words of a message.</summary>
    public string Describe(Type type) => FormOf(type) switch
    {
        JsonForm.Text => "a string",
        JsonForm.Flag => "true or false",
        JsonForm.Integer => "an integer",
        JsonForm.Number => "a number",
        JsonForm.Choice => OneOf(ValuesOf(type)),
        JsonForm.List => "an array",
        JsonForm.Map or JsonForm.Record => "an object",
        _ => Describe(Shape(type).Written!),
    };

    public static string OneOf(IEnumerable<string> values)
    {
        string[] quoted = [.. values.Select(value => $"\"{value}\"")];
        return quoted.Length == 1 ? quoted[0] : "one of " + string.Join(", ", quoted);
    }

    /// <summary>The least and the greatest value of an integer type.</summary>
    public static (Int128 Low, Int128 High) Bounds(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        _ => (ulong.MinValue, ulong.MaxValue),
    };

    private string Describe(WrittenAsAttribute written) => written.Description ?? string.Join(" or ", written.Forms.Select(Describe));

    private (JsonForm Form, WrittenAsAttribute? Written) Shape(Type type) => _forms.GetOrAdd(type, key =>
        key.GetCustomAttribute<WrittenAsAttribute>(inherit: false) is { } written ? (JsonForm.Written, written) : (PlainForm(key), null));

    private JsonForm PlainForm(Type type) =>
        type == typeof(string) ? JsonForm.Text
        : type == typeof(bool) ? JsonForm.Flag
        : type == typeof(double) || type == typeof(float) ? JsonForm.Number
        : Integers.Contains(type) ? JsonForm.Integer
        : type.IsEnum ? JsonForm.Choice
        : Options.GetTypeInfo(type).Kind switch
        {
            JsonTypeInfoKind.Object => JsonForm.Record,
            JsonTypeInfoKind.Enumerable => JsonForm.List,
            JsonTypeInfoKind.Dictionary => JsonForm.Map,
            _ => throw new NotSupportedException($"{type} has its own converter: say with [WrittenAs] what its JSON looks like."),
        };
}
