using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>Fails with every offender by name.</summary>
internal static class Offenders
{
    public static void AreNone(IEnumerable<string> offenders)
    {
        string[] all = [.. offenders];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
