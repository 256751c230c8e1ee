using System.Text.Json.Nodes;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>A claim by a probe that gates puts its instrument on trial: planted truth, and truth destroyed or never there.</summary>
public sealed class RegisteredClaimsTests
{
    // Whose default expectation is "supported"; every other control is one that must be refuted.
    private const string Planted = "planted";

    private static IEnumerable<(string File, JsonNode Spec)> Specs => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "spec", "experiments"), "*.json", SearchOption.AllDirectories)
        .Select(path => (Repository.Relative(path), JsonNode.Parse(File.ReadAllText(path))!));

    [Fact]
    public void Claims_RegisteredWithAProbe_HavePlantedAndDestroyedControls() => Offenders.AreNone(Specs.SelectMany(spec => Untried(spec.File, spec.Spec)));

    [Fact]
    public void Claims_WithTheirControlsRemoved_AreAllFound()
    {
        int probes = 0;
        foreach ((string file, JsonNode spec) in Specs)
        {
            JsonObject[] claims = [.. Registered(spec)];
            probes += claims.Length;
            foreach (JsonObject claim in claims)
            {
                JsonNode controls = claim["controls"]!;
                claim.Remove("controls");
                Assert.Equal([$"{file}: {claim["id"]} has no planted truth", $"{file}: {claim["id"]} has no destroyed truth"], Untried(file, spec));

                foreach (string kind in new[] { Planted, "shuffled" })
                {
                    claim["controls"] = new JsonArray([.. controls.AsArray().Where(control => control!["kind"]!.GetValue<string>() == kind).Select(control => control!.DeepClone())]);
                    Assert.Single(Untried(file, spec));
                }
                claim["controls"] = controls.DeepClone();
            }
        }
        Assert.True(probes >= 8);
    }

    private static List<string> Untried(string file, JsonNode spec)
    {
        List<string> offenders = [];
        foreach (JsonObject claim in Registered(spec))
        {
            JsonNode[] controls = [.. (claim["controls"]?.AsArray() ?? []).Select(control => control!)];
            if (!controls.Any(control => Kind(control) == Planted && Expect(control) == "supported"))
            {
                offenders.Add($"{file}: {claim["id"]} has no planted truth");
            }
            if (!controls.Any(control => Expect(control) == "refuted"))
            {
                offenders.Add($"{file}: {claim["id"]} has no destroyed truth");
            }
        }
        return offenders;
    }

    private static IEnumerable<JsonObject> Registered(JsonNode spec) => spec["claims"]!.AsArray().Select(claim => claim!.AsObject())
        .Where(claim => claim["status"]!.GetValue<string>() == "registered" && claim["measure"]!["kind"]!.GetValue<string>() != "loss-gap");

    private static string Kind(JsonNode control) => control["kind"]!.GetValue<string>();

    private static string Expect(JsonNode control) => control["expect"]?.GetValue<string>() ?? (Kind(control) == Planted ? "supported" : "refuted");
}
