namespace Harness.Beliefs;

/// <summary>A belief tree would have more nodes than allowed. A user error: the depth is too large for this process.</summary>
internal sealed class TreeTooLargeException(string process, int level, int count, int limit)
    : Exception(FormattableString.Invariant(
        $"'{process}' has more than {limit} words by length {level} ({count} counted before stopping). Use a smaller depth or window."));
