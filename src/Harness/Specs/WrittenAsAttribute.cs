namespace Harness.Specs;

/// <summary>The JSON forms of a type that has its own converter, each given as a type of that shape.</summary>
/// <remarks>The reader walks the first form that the value fits: a string or number for one type, an object for another.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class WrittenAsAttribute(params Type[] forms) : Attribute
{
    public IReadOnlyList<Type> Forms { get; } = forms;

    /// <summary>What to write, in the words of a message; made from the forms when left out.</summary>
    public string? Description { get; init; }
}
