using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;
using Harness.Tests.Beliefs;

namespace Harness.Tests.Measurements;

/// <summary>Contexts and theory of known processes, worked out once for all tests.</summary>
internal static class Known
{
    private static readonly Dictionary<string, Lazy<(ContextTable Contexts, TheoryNulls Theory)>> s_known = new()
    {
        ["mess3"] = new(() => Of(KnownProcesses.Mess3(0.05, 0.85), 6)),
        ["mess3-short"] = new(() => Of(KnownProcesses.Mess3(0.05, 0.85), 4)),
        ["mess3-five"] = new(() => Of(KnownProcesses.Mess3(0.05, 0.85), 5)),
        ["rrxor"] = new(() => Of(KnownProcesses.RandomRandomXor, 8)),
        ["z1r"] = new(() => Of(KnownProcesses.ZeroOneRandom, 8)),
        ["even"] = new(() => Of(KnownProcesses.Even(), 8)),
        ["golden-mean"] = new(() => Of(KnownProcesses.GoldenMean(), 8)),
        ["coin"] = new(() => Of(KnownProcesses.Coin(0.3), 6)),
    };

    /// <summary>Window 8, but 6 for mess3 and coin, 5 for mess3-five, 4 for mess3-short; every context is trained.</summary>
    public static ContextTable Contexts(string process) => s_known[process].Value.Contexts;

    public static TheoryNulls Theory(string process) => s_known[process].Value.Theory;

    public static ContextTable Contexts(HiddenMarkovModel process, int window, int? longestTrained = null) =>
        new(BeliefTree.Grow(process, window), MixedStatePresentation.Of(process), longestTrained ?? window);

    private static (ContextTable, TheoryNulls) Of(HiddenMarkovModel process, int window)
    {
        ContextTable contexts = Contexts(process, window);
        return (contexts, new TheoryNulls(contexts));
    }
}
