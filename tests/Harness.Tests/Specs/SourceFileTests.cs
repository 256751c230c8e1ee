using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class SourceFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Problem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Display_InsideTheCurrentFolder_IsRelativeAndOutsideWhole()
    {
        Assert.Equal("spec/a.json", SourceFile.Display(_folder.In("spec/a.json"), _folder.Root));
        Assert.Equal(_folder.In("other/a.json"), SourceFile.Display(_folder.In("other/a.json"), _folder.In("spec")));
    }

    [Fact]
    public void Open_AFileThatIsTooLarge_DoesNotReadIt()
    {
        string path = _folder.Write("a.json", new string(' ', SourceText.MaxBytes + 1));

        Assert.Null(SourceFile.Open(path, "a.json", _problems).Node);
        Assert.Equal("a.json:0:0  SPEC009  $", Assert.Single(_problems).ToString().Split('\n')[0]);
    }

    [Fact]
    public void Open_AFolderOrNothing_IsAProblem()
    {
        Assert.Null(SourceFile.Open(_folder.Root, "a.json", _problems).Node);
        Assert.Equal("SPEC010", Assert.Single(_problems).Finding.Code);
    }
}
