using Harness.Testing;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>No verdict golden without a claim, no registered claim of the quick tier without a golden.</summary>
public sealed class GoldenFilesTests
{
    [Fact]
    public void Goldens_OfThisModule_AreAllDeclaredAndAccepted() =>
        Assert.Empty(GoldenClaims.Faults("Harness.ClaimTests", GoldenClaims.Of(typeof(GoldenFilesTests).Assembly), new GoldenFolder(Repository.Golden, (_, _) => { }, (_, _) => { }).Accepted));
}
