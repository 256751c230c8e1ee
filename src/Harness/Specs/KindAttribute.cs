namespace Harness.Specs;

/// <summary>The name of a kind in JSON, where the kebab-case form of the type's name is not the field's word.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KindAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
