using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class GoldenFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("golden-").FullName;
    private readonly List<(string Name, string Text)> _attached = [];
    private readonly List<string> _shown = [];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void CheckJson_MissingGolden_WritesReceivedAndFailsWithTheWayToAccept()
    {
        string message = Fails(folder => folder.CheckJson("theory/mess3", """{"h":1}""", Tolerance.None));

        Assert.Equal("""{"h":1}""", Read("theory/mess3.received.json"));
        Assert.False(File.Exists(Path.Combine(_root, "theory", "mess3.verified.json")));
        Assert.Contains("accept theory/mess3", message, StringComparison.Ordinal);
        Assert.Contains("New:", message, StringComparison.Ordinal);
        Assert.Equal(("mess3.received.json", """{"h":1}"""), Assert.Single(_attached));
        Assert.Empty(_shown);
    }

    [Fact]
    public void CheckJson_Mismatch_WritesReceivedAndListsPaths()
    {
        Accept("theory/mess3.verified.json", """{"h":[1.5,2.5]}""");

        string message = Fails(folder => folder.CheckJson("theory/mess3", """{"h":[1.5,2.75]}""", new Tolerance(0, 0.125)));

        Assert.Contains("$.h[1]: expected 2.5, actual 2.75 (tolerance 0 relative + 0.125 absolute)", message, StringComparison.Ordinal);
        Assert.Contains("NotEqual:", message, StringComparison.Ordinal);
        Assert.Equal("""{"h":[1.5,2.75]}""", Read("theory/mess3.received.json"));
        Assert.Equal("""{"h":[1.5,2.5]}""", Read("theory/mess3.verified.json"));
        Assert.Single(_attached);
        Assert.EndsWith("mess3.received.json", Assert.Single(_shown), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckJson_ManyDifferences_ListsTenThenACount()
    {
        Accept("many.verified.json", $"[{string.Join(',', Enumerable.Repeat("0.5", 13))}]");

        string message = Fails(folder => folder.CheckJson("many", $"[{string.Join(',', Enumerable.Repeat("0.25", 13))}]", Tolerance.None));

        Assert.Equal(10, message.Split('\n').Count(line => line.StartsWith("$[", StringComparison.Ordinal)));
        Assert.Contains("… and 3 more differences", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckJson_WithinTolerance_RewritesNothingAndRemovesStaleReceived()
    {
        Accept("a.verified.json", """{"h":2.5}""");
        Accept("a.received.json", "stale");

        Folder().CheckJson("a", """{"h":2.5000001}""", new Tolerance(1e-6, 0));

        Assert.Equal("""{"h":2.5}""", Read("a.verified.json"));
        Assert.False(File.Exists(Path.Combine(_root, "a.received.json")));
    }

    [Fact]
    public void CheckText_Mismatch_ShowsChangedLinesOnly()
    {
        Accept("messages/one.verified.txt", "same\nold\n");

        string message = Fails(folder => folder.CheckText("messages/one", "txt", "same\nnew\n"));

        Assert.Contains("- old", message, StringComparison.Ordinal);
        Assert.Contains("+ new", message, StringComparison.Ordinal);
        Assert.DoesNotContain("same", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckText_OtherLineEndings_AreTheSame()
    {
        Accept("a.verified.txt", "one\ntwo\n");

        Folder().CheckText("a", "txt", "one\r\ntwo\r\n");

        Fails(folder => folder.CheckText("b", "txt", "one\r\ntwo\r\n"));
        Assert.Equal("one\ntwo\n", Read("b.received.txt"));
        Assert.Equal((byte)'o', File.ReadAllBytes(Path.Combine(_root, "b.received.txt"))[0]);
    }

    [Fact]
    public void Names_Listed_AreWithoutTheirState()
    {
        Accept("theory/b.verified.json", "1");
        Accept("theory/a.verified.txt", "1");
        Accept("theory/c.received.json", "1");

        Assert.Equal(["theory/a.txt", "theory/b.json"], Folder().Accepted);
        Assert.Equal(["theory/c.json"], Folder().Received);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/root")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    public void Name_LeadingOutOfTheFolder_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => Folder().CheckText(name, "txt", ""));

    private GoldenFolder Folder() => new(_root, (name, text) => _attached.Add((name, text)), (received, _) => _shown.Add(received));

    private string Fails(Action<GoldenFolder> check) => Assert.Throws<GoldenMismatchException>(() => check(Folder())).Message;

    private string Read(string name) => File.ReadAllText(Path.Combine(_root, name));

    private void Accept(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
