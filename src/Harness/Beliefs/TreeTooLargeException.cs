using System.Globalization;

namespace Harness.Beliefs;

/// <summary>A belief tree would have more nodes, or take more memory, than allowed. A user error: the depth is too large for this process.</summary>
/// <param name="words">Of each length to the depth that was asked for.</param>
/// <param name="most">The most that would fit.</param>
internal sealed class TreeTooLargeException(string process, WordCount words, int most, TreeLimit limit, int states) : Exception(Say(process, words, most, limit, states))
{
    private static string Say(string process, WordCount words, int most, TreeLimit limit, int states)
    {
        int longest = words.LongestWithin(most);
        return string.Create(CultureInfo.InvariantCulture,
            $"'{process}' has {(words.IsExact ? "" : "about ")}{Count(words.Total)} words up to length {words.ByLength.Count - 1}: {Memory(words.Total * TreeLimit.BytesPerContext(states))} of memory. ")
            + string.Create(CultureInfo.InvariantCulture,
            $"At most {Count(limit.MostContexts)} words and {Memory(limit.MostBytes)} are allowed. Use a smaller depth or window: up to {longest} there are {Count(words.UpTo(longest))}.");
    }

    private static string Count(double count) => count.ToString(count < 1e15 ? "N0" : "0.##e+0", CultureInfo.InvariantCulture);

    private static string Memory(double bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB"];
        int unit = Math.Clamp((int)(Math.Log2(Math.Max(bytes, 1)) / 10), 0, units.Length - 1);
        double amount = bytes / Math.Pow(1024, unit);
        return amount.ToString(amount < 1e6 ? "0.#" : "0.##e+0", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}
