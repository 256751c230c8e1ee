using System.Globalization;
using Harness.Claims;
using Harness.Measurements;
using Harness.Reports.Records;
using Harness.Statistics;

namespace Harness.Reports;

/// <summary>The words and the numbers of every report, so that they agree.</summary>
internal static class Wording
{
    public const string None = "–";

    /// <summary>✓ as expected · ✗ opposite · ? inconclusive · ! allowed to fail for a while · · exploratory.</summary>
    public static string Mark(VerdictRecord verdict) =>
        !verdict.Gates ? "·" : verdict.AsExpected ? "✓" : !verdict.Fails ? "!" : verdict.Outcome == Claims.Outcome.Inconclusive ? "?" : "✗";

    /// <summary>The outcome, always with the expectation.</summary>
    public static string Outcome(VerdictRecord verdict) => $"{Word(verdict.Outcome)} ({Word(verdict.Expected)} expected)";

    public static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string Title(VerdictRecord verdict) => string.Create(CultureInfo.InvariantCulture, $"{verdict.Id} v{verdict.Version}");

    /// <summary>Three decimals where they say something, scientific below a thousandth.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e6 => value.ToString("0.##e+0", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("F3", CultureInfo.InvariantCulture),
        >= 0.001 => value.ToString("F4", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0e+0", CultureInfo.InvariantCulture),
    };

    /// <summary>A raw value, to six significant digits.</summary>
    public static string Raw(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Number(double? value) => value is { } number ? Number(number) : None;

    public static string Number(Measured value) => Number(value.Value);

    public static string Signed(double value) => value > 0 ? "+" + Number(value) : Number(value);

    public static string Interval(Estimate? estimate) =>
        estimate is null ? "undefined" : $"{Number(estimate.Mean)} [{Number(estimate.Low)}, {Number(estimate.High)}]";

    /// <summary>What the claim needs, with the comparison that was closest to deciding otherwise where there are several.</summary>
    public static string Needs(VerdictRecord verdict) => verdict is { Comparisons.Count: > 1, Hardest: { Rival: not null } hardest }
        ? $"{verdict.Needs}; hardest: {hardest.Rival} {(hardest.Estimate is { } estimate ? $"{Signed(estimate.Mean)} [{Number(estimate.Low)}, {Number(estimate.High)}]" : "undefined")}"
        : verdict.Needs;

    /// <summary>Replicates that meet the preconditions, of all.</summary>
    public static string Seeds(VerdictRecord verdict)
    {
        int all = verdict.Replicates.Count, counted = verdict.Preconditions.Select(precondition => precondition.Held).DefaultIfEmpty(all).Min();
        return counted == all ? Count(all) : $"{Count(counted)}/{Count(all)}";
    }

    /// <summary>One mark for each control: ✓ where it came out as a working instrument must, ✗ where it did not.</summary>
    public static string Controls(VerdictRecord verdict) =>
        verdict.Controls.Count == 0 ? None : string.Concat(verdict.Controls.Select(control => Works(control) ? '✓' : '✗'));

    public static bool Works(ControlResult control) =>
        control.Outcome == (control.Expected == Expectation.Supported ? Claims.Outcome.Supported : Claims.Outcome.Refuted);

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>With thousands separated: 88,572.</summary>
    public static string Grouped(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plural(int count, string one, string? many = null) => $"{Grouped(count)} {(count == 1 ? one : many ?? one + "s")}";
}
