using System.Diagnostics;

namespace Harness.Benchmarks.Jobs;

/// <summary>Seconds of processor time, user and system, and by the clock.</summary>
internal readonly record struct RunTime(double Processor, double Clock)
{
    /// <summary>Of something in this process.</summary>
    public static RunTime Of(Action run)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        run();
        double clock = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new RunTime((Environment.CpuUsage.TotalTime - processor).TotalSeconds, clock);
    }
}
