using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class RepositoryTests
{
    [Fact]
    public void Root_FromTheBuiltTests_HoldsTheSolution() => Assert.True(File.Exists(Path.Combine(Repository.Root, "Harness.sln")));

    [Fact]
    public void Find_OutsideAnyRepository_SaysSo() =>
        Assert.Throws<DirectoryNotFoundException>(() => Repository.Find(Path.GetPathRoot(Repository.Root)!));
}
