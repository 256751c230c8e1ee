using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Specs;

/// <summary>Finds the kinds of each abstract record: the sealed records deriving from it, named by the kebab-case form of the type's name.</summary>
internal sealed class Kinds
{
    public const string Discriminator = "kind";

    private readonly Type[] _sealed;
    private readonly HashSet<Assembly> _assemblies;

    public Kinds(IEnumerable<Assembly> assemblies)
    {
        _assemblies = [.. assemblies];
        _sealed = [.. _assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsClass: true, IsSealed: true, IsAbstract: false })];
    }

    /// <summary>Name and type of each kind, by name; empty for a type that is not an abstract class of these assemblies.</summary>
    public IReadOnlyList<KeyValuePair<string, Type>> Of(Type type)
    {
        if (!type.IsAbstract || type.IsInterface || !_assemblies.Contains(type.Assembly))
        {
            return [];
        }
        KeyValuePair<string, Type>[] kinds = [.. _sealed.Where(type.IsAssignableFrom)
            .Select(kind => KeyValuePair.Create(Name(kind), kind))
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)];
        return kinds.DistinctBy(kind => kind.Key).Count() == kinds.Length
            ? kinds
            : throw new InvalidOperationException($"Two kinds of {type.Name} have the same name: {string.Join(", ", kinds.Select(kind => kind.Key))}.");
    }

    public static string Name(Type kind) =>
        kind.GetCustomAttribute<KindAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name);

    /// <summary>Tells the serializer of the kinds of an abstract record, and keeps computed properties out of the JSON.</summary>
    public void Modify(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        for (int i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].Set is null)
            {
                info.Properties.RemoveAt(i);
            }
        }
        IReadOnlyList<KeyValuePair<string, Type>> kinds = Of(info.Type);
        if (kinds.Count > 0)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = Discriminator,
                UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
            };
            foreach ((string name, Type kind) in kinds)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, name));
            }
        }
    }
}
