using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Experiments;
using Harness.Specs;
using Harness.Torch;

namespace Harness.Runner;

/// <summary>The identity of a trained network: a hash of everything that influences its bits.</summary>
/// <remarks>
/// Process numbers, architecture, data, training, seed, the engine's version, the content of the assemblies that train, native package
/// versions and processor settings. Claims and texts are not in it: rewording a claim trains nothing.
/// </remarks>
internal static class CacheKey
{
    /// <summary>Raised by hand when trained bits change for a reason that the other parts do not show.</summary>
    private const int EngineVersion = 1;

    private static readonly Lazy<string> Code = new(() => string.Join(';',
        new[] { typeof(ExperimentPlan), typeof(Transformer) }.Select(type => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(type.Assembly.Location))))));

    public static string Of(ExperimentPlan plan, int seed, SpecFormat format)
    {
        string[] parts =
        [
            FormattableString.Invariant($"engine {EngineVersion}"), Code.Value, NativeRuntime.Fingerprint,
            Numbers(plan), JsonSerializer.Serialize(plan.Spec.Architecture, format.Options), JsonSerializer.Serialize(plan.Spec.Data, format.Options),
            JsonSerializer.Serialize(plan.Spec.Training, format.Options), FormattableString.Invariant($"seed {seed}"),
        ];
        return Hash(parts);
    }

    /// <summary>The identity of what was read of a network: also by what the claims read, and by what the report shows.</summary>
    public static string OfExamination(ExperimentPlan plan, int seed, SpecFormat format) => Hash(
        [Of(plan, seed, format), JsonSerializer.Serialize(plan.Claims, format.Options), string.Join(' ', plan.Tables.Select(location => location.Name)), $"picture {plan.IsPictured && seed == plan.Spec.Seeds[0]}"]);

    private static string Hash(string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    private static string Numbers(ExperimentPlan plan) =>
        string.Join(' ', plan.Process.Numbers.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
