using Harness.Claims;

namespace Harness.Experiments;

/// <summary>The exit codes of the command; several at once: the first of 1, 5, 8, 2, 3.</summary>
internal static class ExitCode
{
    public const int AsExpected = 0;
    public const int Crash = 1;
    public const int Opposite = 2;
    public const int Inconclusive = 3;
    public const int Invalid = 5;
    public const int NothingSelected = 8;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>The code of several things that were done at once.</summary>
    public static int First(IReadOnlyCollection<int> codes) => new[] { Crash, Invalid, NothingSelected, Opposite, Inconclusive }.FirstOrDefault(codes.Contains, AsExpected);

    /// <summary>The code of a run that judged these claims.</summary>
    public static int Of(IEnumerable<Verdict> verdicts)
    {
        Verdict[] failing = [.. verdicts.Where(verdict => verdict.Fails)];
        return failing.Any(verdict => verdict.Outcome != Outcome.Inconclusive) ? Opposite : failing.Length > 0 ? Inconclusive : AsExpected;
    }
}
