using System.Globalization;
using Harness.Processes;

namespace Harness.Runner.Families;

/// <summary>How simple a number is, and how it is written: 0.5 and "1/3" rather than all digits, where that is the same number to the last bit.</summary>
internal static class WrittenNumber
{
    /// <summary>The largest denominator of a fraction that counts as round.</summary>
    public const int MostDenominator = 100;

    private const int ShortText = 5;

    /// <summary>The least denominator of a whole fraction that is this number; twice the largest where there is none.</summary>
    public static int Denominator(double value)
    {
        for (int denominator = 1; denominator <= MostDenominator; denominator++)
        {
            if (Math.Round(value * denominator) / denominator == value)
            {
                return denominator;
            }
        }
        return 2 * MostDenominator;
    }

    /// <summary>Digits behind the decimal point of the shortest decimal that is this number.</summary>
    public static int Decimals(double value)
    {
        string text = ((decimal)value).ToString(CultureInfo.InvariantCulture);
        return (double)(decimal)value == value ? text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0 : 17;
    }

    public static Scalar Of(double value)
    {
        int denominator = Denominator(value);
        return value.ToString("R", CultureInfo.InvariantCulture).Length <= ShortText || denominator > MostDenominator
            ? new Scalar(value)
            : new Scalar(double.NaN, FormattableString.Invariant($"{Math.Round(value * denominator)}/{denominator}"));
    }
}
