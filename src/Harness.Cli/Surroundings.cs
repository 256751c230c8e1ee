using Harness.Runner;

namespace Harness.Cli;

/// <summary>What the command knows of where it runs. Read once, here, and passed on: nothing deeper looks at the environment.</summary>
/// <param name="IsContinuousIntegration">True when CI is set.</param>
/// <param name="Memory">Bytes that this process may use, whatever limits it.</param>
/// <param name="StepSummary">The file that GitHub shows as a step's summary.</param>
/// <param name="Today">UTC.</param>
internal sealed record Surroundings(Workspace Workspace, bool IsContinuousIntegration, int Processors, long Memory, string? StepSummary, DateOnly Today)
{
    public static Surroundings Read() => new(
        new Workspace(Directory.GetCurrentDirectory(), Path.Combine(AppContext.BaseDirectory, "processes")),
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && !ci.Equals("false", StringComparison.OrdinalIgnoreCase),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY"),
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
}
