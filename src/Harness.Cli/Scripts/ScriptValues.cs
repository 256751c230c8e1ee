using System.Collections;
using System.Reflection;

namespace Harness.Cli.Scripts;

/// <summary>The experiments among the public top-level values of a script.</summary>
internal static class ScriptValues
{
    /// <summary>Single ones and those in lists, each once, in the order in which they are defined.</summary>
    /// <param name="module">What the compiler made of the script.</param>
    public static IReadOnlyList<Scripting.Experiment> Experiments(Type? module) => module is null ? [] : [.. module
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(property => property.MetadataToken)
        .SelectMany(Of)
        .Distinct<Scripting.Experiment>(ReferenceEqualityComparer.Instance)];

    // Other values are not touched: to read a sequence is to run it.
    private static IEnumerable<Scripting.Experiment> Of(PropertyInfo value) =>
        value.PropertyType == typeof(Scripting.Experiment) ? [(Scripting.Experiment)value.GetValue(null)!]
        : value.PropertyType.IsAssignableTo(typeof(IEnumerable<Scripting.Experiment>)) ? ((IEnumerable)value.GetValue(null)!).Cast<Scripting.Experiment>()
        : [];
}
