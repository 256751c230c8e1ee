using DiffEngine;

namespace Harness.Testing;

/// <summary>Opens a received file beside the accepted one, where somebody sits in front of the machine.</summary>
internal static class DiffTool
{
    /// <summary>False on build servers and without a display.</summary>
    /// <remarks>CI is looked at here because the detection of build servers in DiffEngine does not.</remarks>
    public static bool Allowed(Func<string, string?> environment, bool needsDisplayServer)
    {
        bool display = !needsDisplayServer || IsSet(environment("DISPLAY")) || IsSet(environment("WAYLAND_DISPLAY"));
        return display && !IsSet(environment("CI")) && !IsSet(environment("SSH_CONNECTION")) && !BuildServerDetector.Detected;
    }

    public static void Show(string received, string verified)
    {
        if (Allowed(Environment.GetEnvironmentVariable, OperatingSystem.IsLinux() || OperatingSystem.IsFreeBSD()) && Environment.UserInteractive)
        {
            DiffRunner.LaunchForText(received, verified);
        }
    }

    private static bool IsSet(string? value) => !string.IsNullOrEmpty(value) && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
