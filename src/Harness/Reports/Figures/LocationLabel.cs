using System.Text.RegularExpressions;
using Harness.Activations;

namespace Harness.Reports.Figures;

/// <summary>A location in few letters, for an axis: "embed", "0 mid", "3 post", "concat post".</summary>
internal static partial class LocationLabel
{
    public static string Of(Location location) => location.IsConcatenation
        ? "concat " + Of(location.Name["concat(".Length..^1].Replace("blocks.*.", "", StringComparison.Ordinal))
        : Of(location.Name);

    private static string Of(string name) => Block().Replace(name, "$1 ").Replace("hook_", "", StringComparison.Ordinal).Replace("resid_", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^blocks\.(\d+)\.")]
    private static partial Regex Block();
}
