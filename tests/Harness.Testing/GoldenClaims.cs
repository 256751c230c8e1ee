using System.Reflection;

namespace Harness.Testing;

/// <summary>Which goldens are claimed by which test module.</summary>
internal static class GoldenClaims
{
    /// <summary>The test module that owns each folder of golden/; no two modules share one.</summary>
    public static IReadOnlyDictionary<string, string> Owners { get; } = new Dictionary<string, string>
    {
        ["commands"] = "Harness.Cli.Tests",
        ["figures"] = "Harness.Tests",
        ["messages"] = "Harness.Tests",
        ["reports"] = "Harness.Tests",
        ["schema"] = "Harness.Tests",
        ["theory"] = "Harness.Tests",
        ["training"] = "Harness.Torch.Tests",
        ["verdicts"] = "Harness.ClaimTests",
    };

    /// <summary>Files directly in golden/ that are no snapshots.</summary>
    public static IReadOnlyList<string> Records { get; } = ["registry.json"];

    /// <summary>What the classes of an assembly declare, sorted.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type is { IsInterface: false, IsAbstract: false } && typeof(IGoldenSource).IsAssignableFrom(type))
            .SelectMany(type => (IEnumerable<string>)typeof(GoldenClaims)
                .GetMethod(nameof(Declared), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>What all loaded test modules declare.</summary>
    public static IReadOnlySet<string> Everywhere() => s_everywhere.Value;

    /// <summary>What is wrong between the accepted files and what a module declares; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(string module, IReadOnlyList<string> declared, IReadOnlyList<string> accepted)
    {
        IEnumerable<string> mine = accepted.Where(file => Owner(file) == module);
        return
        [
            .. mine.Except(declared).Select(file => $"golden/{file} is not declared by any test class of {module}: remove it, or declare it"),
            .. declared.Except(accepted).Select(file => $"golden/{file} is declared by {module}, but was never accepted"),
            .. declared.Where(file => Owner(file) != module).Select(file => $"golden/{file} is declared by {module}, but its folder belongs to {Owner(file) ?? "nobody"}"),
            .. declared.GroupBy(file => file).Where(same => same.Count() > 1).Select(same => $"golden/{same.Key} is declared {same.Count()} times"),
        ];
    }

    private static readonly Lazy<IReadOnlySet<string>> s_everywhere = new(() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => Owners.Values.Contains(assembly.GetName().Name))
        .SelectMany(Of)
        .ToHashSet());

    private static string? Owner(string file) => Owners.GetValueOrDefault(file.Split('/')[0]);

    private static IEnumerable<string> Declared<T>()
        where T : IGoldenSource => T.Goldens;
}
