using System.Globalization;

namespace Harness.Benchmarks;

/// <summary>The most memory that this process has had resident, bytes.</summary>
internal static class ProcessMemory
{
    public static long Peak() =>
        1024 * long.Parse(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
}
