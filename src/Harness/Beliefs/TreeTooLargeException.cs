namespace Harness.Beliefs;

/// <summary>A belief tree would have more nodes than allowed. A user error: the depth is too large for this process.</summary>
internal sealed class TreeTooLargeException(string process, int level, int limit)
    : Exception(FormattableString.Invariant(
        $"'{process}' has more than {limit} words by length {level}. Use a smaller depth or window."));
