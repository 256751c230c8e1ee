using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>Where in a network something is read: a TransformerLens hook name, or several of them concatenated.</summary>
/// <remarks>
/// <c>hook_embed</c>, <c>blocks.0.hook_resid_pre</c>, <c>blocks.0.hook_resid_mid</c>, <c>blocks.3.hook_resid_post</c>, <c>ln_final</c>;
/// <c>concat(blocks.*.hook_resid_post)</c> puts the matching hooks side by side in the network's order.
/// </remarks>
[WrittenAs(typeof(string))]
[JsonConverter(typeof(LocationConverter))]
internal sealed record Location(string Name)
{
    private const string Prefix = "concat(";

    public bool IsConcatenation => Name.StartsWith(Prefix, StringComparison.Ordinal) && Name.EndsWith(')');

    /// <summary>The hooks it reads, in the network's order; empty when the network has none of that name.</summary>
    public IReadOnlyList<string> Resolve(IReadOnlyList<string> hooks) =>
        IsConcatenation ? Matching(Name[Prefix.Length..^1], hooks) : [.. hooks.Where(hook => hook == Name)];

    /// <summary>The single locations a pattern such as <c>blocks.*.hook_resid_post</c> stands for.</summary>
    public IReadOnlyList<Location> Expand(IReadOnlyList<string> hooks) =>
        IsConcatenation ? [this] : [.. Matching(Name, hooks).Select(hook => new Location(hook))];

    public override string ToString() => Name;

    private static List<string> Matching(string patterns, IReadOnlyList<string> hooks)
    {
        Regex[] expressions = [.. patterns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pattern => new Regex("^" + Regex.Escape(pattern).Replace("\\*", "[^.]+", StringComparison.Ordinal) + "$"))];
        return [.. hooks.Where(hook => expressions.Any(expression => expression.IsMatch(hook)))];
    }
}
