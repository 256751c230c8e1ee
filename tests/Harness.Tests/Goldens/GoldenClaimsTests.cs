using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class GoldenClaimsTests
{
    private const string Module = "Harness.Tests";

    [Fact]
    public void Faults_EverythingDeclaredOnce_AreNone() =>
        Assert.Empty(GoldenClaims.Faults(Module, ["theory/a.json"], ["theory/a.json", "verdicts/of-another-module.json"]));

    [Fact]
    public void Faults_AcceptedFileWithoutTest_NamesIt() =>
        Assert.Contains("golden/theory/a.json is not declared", Assert.Single(GoldenClaims.Faults(Module, [], ["theory/a.json"])), StringComparison.Ordinal);

    [Fact]
    public void Faults_DeclaredButNeverAccepted_NamesIt() =>
        Assert.Contains("never accepted", Assert.Single(GoldenClaims.Faults(Module, ["theory/a.json"], [])), StringComparison.Ordinal);

    [Fact]
    public void Faults_FolderOfAnotherModule_NamesTheOwner() =>
        Assert.Contains("belongs to Harness.ClaimTests", Assert.Single(GoldenClaims.Faults(Module, ["verdicts/a.json"], ["verdicts/a.json"])), StringComparison.Ordinal);

    [Fact]
    public void Faults_DeclaredTwice_IsNamed() =>
        Assert.Contains("declared 2 times", Assert.Single(GoldenClaims.Faults(Module, ["theory/a.json", "theory/a.json"], ["theory/a.json"])), StringComparison.Ordinal);

    [Fact]
    public void Check_NameThatNoClassDeclares_Fails() =>
        Assert.Contains("no test class declares it", Assert.Throws<GoldenMismatchException>(() => Golden.Check("theory/undeclared", "{}")).Message, StringComparison.Ordinal);
}
