using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Specs;

/// <summary>Compares JSON with the type it is to become and reports everything that does not fit, each at its own place.</summary>
internal sealed class StructureWalk(SpecFormat format)
{
    private readonly HashSet<SourceProperty> _dropped = new(ReferenceEqualityComparer.Instance);

    /// <summary>False when something is missing or has the wrong form, so that no value can be made.</summary>
    public bool Readable { get; private set; } = true;

    /// <summary>Unknown and repeated properties: reported, and left out so that the rest can still be judged.</summary>
    public IReadOnlySet<SourceProperty> Dropped => _dropped;

    public void Visit(Scope at, Type declared, bool nullable)
    {
        SourceNode node = at.Node!;
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (node.Token == JsonTokenType.Null)
        {
            if (!nullable && type == declared)
            {
                Fail(at, Problems.WrongType(format.Describe(type), "null"));
            }
            return;
        }
        if (format.Match(type, node) is not { } form)
        {
            Fail(at, Problems.WrongType(format.Describe(type), node.Describe()));
            return;
        }
        switch (format.FormOf(form))
        {
            case JsonForm.Written:
                Visit(at, form, nullable: false);
                break;
            case JsonForm.Choice:
                Choice(at, node, form);
                break;
            case JsonForm.Integer:
                Integer(at, node, form);
                break;
            case JsonForm.Number:
                Number(at, node, form);
                break;
            case JsonForm.List:
                for (int i = 0; i < node.Items.Count; i++)
                {
                    Visit(at[i], format.Options.GetTypeInfo(form).ElementType!, nullable: false);
                }
                break;
            case JsonForm.Map:
                foreach (SourceProperty property in WithoutRepeated(at, node))
                {
                    Visit(at[property.Name], format.Options.GetTypeInfo(form).ElementType!, nullable: false);
                }
                break;
            case JsonForm.Record:
                Record(at, node, form);
                break;
        }
    }

    private void Record(Scope at, SourceNode node, Type type)
    {
        IReadOnlyList<KeyValuePair<string, Type>> kinds = format.KindsOf(type);
        Type? kind = kinds.Count > 0 ? Kind(at, kinds) : type;
        if (kind is null)
        {
            return;
        }
        IList<JsonPropertyInfo> expected = format.Options.GetTypeInfo(kind).Properties;
        foreach (JsonPropertyInfo missing in expected.Where(property => IsRequired(property) && node.Find(property.Name) is null))
        {
            Fail(at, Problems.MissingProperty(missing.Name, format.Describe(Nullable.GetUnderlyingType(missing.PropertyType) ?? missing.PropertyType)));
        }
        string[] known = [.. kinds.Take(1).Select(_ => Kinds.Discriminator), .. expected.Select(property => property.Name)];
        foreach (SourceProperty property in WithoutRepeated(at, node))
        {
            if (expected.FirstOrDefault(candidate => candidate.Name == property.Name) is { } info)
            {
                Visit(at[property.Name], info.PropertyType, info.AssociatedParameter?.IsNullable ?? info.IsSetNullable);
            }
            else if (!known.Contains(property.Name))
            {
                at.NameOf(property).Report(Problems.UnknownProperty(property.Name, known));
                _dropped.Add(property);
            }
        }
    }

    private Type? Kind(Scope at, IReadOnlyList<KeyValuePair<string, Type>> kinds)
    {
        string[] names = [.. kinds.Select(candidate => candidate.Key)];
        Scope kind = at[Kinds.Discriminator];
        if (kind.Node is not { } node)
        {
            Fail(at, Problems.MissingProperty(Kinds.Discriminator, SpecFormat.OneOf(names)));
            return null;
        }
        if (node.Token != JsonTokenType.String)
        {
            Fail(kind, Problems.WrongType(SpecFormat.OneOf(names), node.Describe()));
            return null;
        }
        int found = Array.IndexOf(names, node.Text);
        if (found < 0)
        {
            Fail(kind, Problems.UnknownKind(node.Text, names));
            return null;
        }
        return kinds[found].Value;
    }

    private List<SourceProperty> WithoutRepeated(Scope at, SourceNode node)
    {
        Dictionary<string, SourceProperty> first = [];
        foreach (SourceProperty property in node.Properties)
        {
            if (!first.TryAdd(property.Name, property))
            {
                at.NameOf(property).Report(Problems.DuplicateProperty(property.Name, first[property.Name].Line));
                _dropped.Add(property);
            }
        }
        return [.. node.Properties.Where(property => !_dropped.Contains(property))];
    }

    private void Choice(Scope at, SourceNode node, Type type)
    {
        IReadOnlyList<string> values = format.ValuesOf(type);
        if (!values.Contains(node.Text))
        {
            Fail(at, Problems.UnknownValue(node.Text, values));
        }
    }

    private void Integer(Scope at, SourceNode node, Type type)
    {
        (Int128 low, Int128 high) = SpecFormat.Bounds(type);
        if (!node.Text.All(character => character is '-' or (>= '0' and <= '9')))
        {
            Fail(at, Problems.WrongType("an integer", node.Describe()));
        }
        else if (!Int128.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 value) || value < low || value > high)
        {
            Fail(at, Problems.OutOfRange(
                FormattableString.Invariant($"{node.Text} is out of range: {at.Name} must be between {low} and {high}."),
                FormattableString.Invariant($"Use an integer from {low} to {high}.")));
        }
    }

    private void Number(Scope at, SourceNode node, Type type)
    {
        double value = double.Parse(node.Text, CultureInfo.InvariantCulture);
        double limit = type == typeof(float) ? float.MaxValue : double.MaxValue;
        if (!(Math.Abs(value) <= limit))
        {
            Fail(at, Problems.OutOfRange(
                FormattableString.Invariant($"{node.Text} is out of range: {at.Name} must be between {-limit:R} and {limit:R}."), "Use a number that is finite here."));
        }
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private void Fail(Scope at, Finding finding)
    {
        Readable = false;
        at.Report(finding);
    }
}
