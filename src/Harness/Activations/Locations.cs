using Harness.Specs;

namespace Harness.Activations;

/// <summary>Says what is wrong with a location and which one was probably meant.</summary>
internal static class Locations
{
    public static Finding Unknown(Location location, IReadOnlyList<string> hooks)
    {
        string[] blocks = [.. hooks.Where(hook => hook.StartsWith("blocks.", StringComparison.Ordinal)).Select(hook => hook.Split('.')[1]).Distinct()];
        string bound = blocks.Length == 0
            ? $"this architecture has {string.Join(", ", hooks)}"
            : FormattableString.Invariant($"this architecture has {blocks.Length} blocks, 0..{blocks.Length - 1}");
        string last = FormattableString.Invariant($"blocks.{blocks.Length - 1}.hook_resid_post");
        string remedy = hooks.Contains(last) && hooks.Contains("ln_final")
            ? $"Use {last}, or ln_final for the normalised final residual stream."
            : $"Use one of {string.Join(", ", hooks)}, or concat(…) of a pattern of them.";
        return Problems.UnknownLocation(location.Name, bound, remedy);
    }
}
