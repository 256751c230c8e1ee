using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>What is registered of a claim: everything that its verdict depends on, and the words that say what is claimed.</summary>
/// <remarks>
/// The numbers of the process, what the experiment says besides (architecture, data, training, seeds), and the claim with its statement and
/// source, every default written out; of its arms those that the claim compares with. Left out is what may change without the claim becoming another one: status, tier, amendments and a
/// waiver; the experiment's names, notes and other claims; and how a process file spells its numbers.
/// </remarks>
internal static class CanonicalClaim
{
    /// <summary>Raised when this form changes, so that old hashes are not mistaken for edits.</summary>
    private const int Form = 1;

    // Another way to write the same number, or another processor's last bit, is not another claim.
    private const string TwelveDigits = "G12";

    private static readonly string[] s_notOfTheClaim = ["status", "tier", "amendments", "waived"];

    private static readonly string[] s_notOfTheExperiment = ["$schema", "schema", "id", "title", "source", "notes", "process", "claims"];

    public static string Sha256(ExperimentSpec spec, GenerativeProcess process, Claim claim, SpecFormat format) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(spec, process, claim, format))));

    public static string Write(ExperimentSpec spec, GenerativeProcess process, Claim claim, SpecFormat format)
    {
        JsonObject registered = Without(s_notOfTheExperiment, JsonSerializer.SerializeToNode(spec, format.Options)!.AsObject());
        foreach (string arm in (spec.Arms?.Keys ?? []).Except(claim.Comparator.Arms))
        {
            registered["arms"]!.AsObject().Remove(arm);
        }
        if (registered["arms"] is JsonObject { Count: 0 })
        {
            registered.Remove("arms");
        }
        registered["form"] = Form;
        registered["process"] = new JsonObject { ["symbols"] = process.SymbolCount, ["states"] = process.StateCount, ["numbers"] = Numbers(process) };
        registered["claim"] = Without(s_notOfTheClaim, JsonSerializer.SerializeToNode(claim, format.Options)!.AsObject());
        return CanonicalJson.Write(registered);
    }

    private static JsonObject Without(string[] names, JsonObject record)
    {
        foreach (string name in names)
        {
            record.Remove(name);
        }
        return record;
    }

    private static JsonArray Numbers(GenerativeProcess process) =>
        [.. process.Numbers.Select(value => (JsonNode)value.ToString(TwelveDigits, CultureInfo.InvariantCulture))];
}
