using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class DiffToolTests
{
    [Theory]
    [InlineData("CI=true;DISPLAY=:0")]
    [InlineData("CI=1;DISPLAY=:0")]
    [InlineData("")]
    [InlineData("SSH_CONNECTION=a;DISPLAY=:0")]
    public void Allowed_OnABuildServerOrWithoutDisplay_IsFalse(string environment) =>
        Assert.False(DiffTool.Allowed(Variables(environment), needsDisplayServer: true));

    // A build server that DiffEngine itself detects has the last word.
    [Theory]
    [InlineData("DISPLAY=:0")]
    [InlineData("WAYLAND_DISPLAY=wayland-0;CI=false")]
    public void Allowed_AtADesktop_IsTrue(string environment) =>
        Assert.Equal(!DiffEngine.BuildServerDetector.Detected, DiffTool.Allowed(Variables(environment), needsDisplayServer: true));

    private static Func<string, string?> Variables(string list)
    {
        Dictionary<string, string> variables = list.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return variables.GetValueOrDefault;
    }
}
