using Harness.Claims;

namespace Harness.ClaimTests;

/// <summary>Which claims this test run judges: the environment variable HARNESS_TIER, read once; quick by default.</summary>
internal static class TestTier
{
    private static readonly string s_name = Environment.GetEnvironmentVariable("HARNESS_TIER") is { Length: > 0 } tier ? tier : "quick";

    public static IReadOnlyList<Tier> Tiers => s_name switch
    {
        "quick" => [Tier.Quick],
        "full" => [Tier.Full],
        "all" => [Tier.Quick, Tier.Full],
        _ => throw new InvalidOperationException($"HARNESS_TIER is '{s_name}'; it can be quick, full or all."),
    };

    public static bool Includes(string tier) => Tiers.Any(selected => selected.ToString().Equals(tier, StringComparison.OrdinalIgnoreCase));
}
