using Xunit;

namespace Harness.Tests.Conventions;

/// <summary>The reader that the conventions rest on sees what it must see.</summary>
public sealed class CodeFileTests
{
    [Fact]
    public void Types_OfAFile_AreThoseAtTheMargin()
    {
        CodeFile file = new("src/Harness/Claims/Sample.cs", """
            namespace Harness.Claims;

            /// <summary>class NotThis</summary>
            internal sealed record Sample(int A);
            public class Second
            {
                private sealed class Nested;
            }
            // internal enum Commented
            internal readonly record struct Third;
            internal delegate void Fourth();

            """);

        Assert.Equal(
            [("internal sealed ", "record", "Sample"), ("public ", "class", "Second"), ("internal readonly ", "record struct", "Third"), ("internal ", "delegate void", "Fourth")],
            file.Types);
        Assert.Equal("Harness.Claims", file.Namespace);
        Assert.Equal("Harness.Claims", file.ExpectedNamespace);
        Assert.Equal("Sample", file.Name);
        Assert.Equal(11, file.LineCount);
    }

    [Theory]
    [InlineData("a = 1; // Console.Write", "a = 1; ")]
    [InlineData("a = \"https://x\"; b", "a = \"https://x\"; b")]
    [InlineData("a = \"\\\"//\"; // c", "a = \"\\\"//\"; ")]
    [InlineData("a = '\"'; // c", "a = '\"'; ")]
    public void Code_OfALine_KeepsStringsAndDropsComments(string line, string code) =>
        Assert.Equal(code, new CodeFile("x.cs", line + "\n").Code.TrimEnd('\n'));

    [Fact]
    public void Files_OfTheRepository_AreFound()
    {
        Assert.Contains(CodeFile.Source, file => file.Path == "src/Harness/Claims/Judge.cs");
        Assert.Contains(CodeFile.Tests, file => file.Path == "tests/Harness.Tests/Conventions/CodeFileTests.cs");
    }
}
