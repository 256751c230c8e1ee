using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class ProcessLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Problem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_AnId_LooksInTheNearestFolderThenInTheShippedOne()
    {
        _folder.Write("processes/far.json", Coin("far"));
        _folder.Write("work/processes/near.json", Coin("near"));
        _folder.Write("shipped/lib.json", Coin("lib"));
        Directory.CreateDirectory(_folder.In("work/experiments/deep"));
        ProcessLibrary library = Library();
        string from = _folder.In("work/experiments/deep");

        Assert.Equal("work/processes/near.json", library.Find("near", from, At("near"))!.At.File);
        Assert.Equal("shipped/lib.json", library.Find("lib", from, At("lib"))!.At.File);
        Assert.Null(library.Find("far", from, At("far")));
        Assert.Equal(["lib", "near"], library.Ids(from));
        Assert.Equal("""
            a.json:1:14  SPEC013  $.process
              No process 'far' is known.
              Known processes: lib, near.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_TheSameIdNearAndShipped_TakesTheNearOne()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        _folder.Write("shipped/a.json", Coin("coin"));

        Assert.Equal("processes/a.json", Library().Find("coin", _folder.Root, At("coin"))!.At.File);
    }

    [Fact]
    public void Find_TheSameIdTwiceInAFolder_NamesBothFiles()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        _folder.Write("processes/b.json", Coin("coin"));

        Assert.Null(Library().Find("coin", _folder.Root, At("coin")));
        Assert.Equal("""
            a.json:1:14  SPEC014  $.process
              The process id 'coin' stands in two files: processes/a.json and processes/b.json.
              Give one of them another id.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_AnIdThatAProgramMade_TakesThatBeforeAnyFile()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        SpecFile made = Made("coin");

        Assert.Same(made.Root, Library().With([made, Made("other")]).Find("coin", _folder.Root, At("coin"))!.At);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Find_AnIdThatAProgramMadeTwice_NamesBothPlaces()
    {
        Assert.Null(Library().With([Made("coin"), Made("coin")]).Find("coin", _folder.Root, At("coin")));
        Assert.Equal("""
            a.json:1:14  SPEC014  $.process
              The process id 'coin' stands in two files: made.fsx:1 and made.fsx:1.
              Give one of them another id.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Find_AnUnknownId_SuggestsTheNearestAndShowsUnreadableFiles()
    {
        _folder.Write("processes/a.json", Coin("mess3"));
        _folder.Write("processes/b.json", "{ \"id\": \"mess4\" ");

        Assert.Null(Library().Find("mess", _folder.Root, At("mess")));
        Assert.Equal(["Did you mean 'mess3'?", "Mend the syntax at this place."], _problems.Select(problem => problem.Finding.Remedy));
        Assert.Equal("processes/b.json", _problems[1].File);
    }

    [Fact]
    public void Find_AnotherFileIsBroken_IsNotAProblem()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        _folder.Write("processes/b.json", "{");

        Assert.NotNull(Library().Find("coin", _folder.Root, At("coin")));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Find_ProblemsOfTheFile_AreReportedOnceAtTheFile()
    {
        _folder.Write("processes/a.json", Coin("coin").Replace("\"title\"", "\"titel\"", StringComparison.Ordinal));
        ProcessLibrary library = Library();

        Assert.Null(library.Find("coin", _folder.Root, At("coin")));
        Assert.Null(library.Find("coin", _folder.Root, At("coin")));
        Assert.Equal(["processes/a.json SPEC004", "processes/a.json SPEC002"], _problems.Select(problem => $"{problem.File} {problem.Finding.Code}"));
    }

    [Fact]
    public void Resolve_WithParameters_GivesTheProcess()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        Scope at = Reading.Root("""{ "process": "coin", "with": { "p": "1/4" } }""", _problems);
        ProcessReference reference = SpecReader.Read<ProcessReference>(at, Reading.Format)!;

        Assert.Equal(0.25, Library().Resolve(reference, _folder.Root, at)!.Parameters["p"]);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Resolve_BadReference_ReportsEverythingAtItsPlace()
    {
        _folder.Write("processes/a.json", Coin("coin"));
        Scope at = Reading.Root("""{ "process": "coins", "with": { "p": "1/0" } }""", _problems);
        ProcessReference reference = SpecReader.Read<ProcessReference>(at, Reading.Format)!;

        Assert.Null(Library().Resolve(reference, _folder.Root, at));
        Assert.Equal(["1:38 SPEC017 $.with.p", "1:14 SPEC013 $.process"], _problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Finding.Code} {problem.Path}"));
    }

    [Fact]
    public void Open_APathOrAnId_FindsTheProcess()
    {
        _folder.Write("mine/here.json", Coin("mine"));
        _folder.Write("shipped/coin.json", Coin("coin"));
        ProcessLibrary library = Library();

        Assert.Equal("mine", library.Open("mine/here.json", At("x"))!.File.Id);
        Assert.Equal("coin", library.Open("coin", At("x"))!.File.Id);
        Assert.Null(library.Open("mine/nothing.json", At("x")));
        Assert.Equal("'mine/nothing.json' does not exist.", Assert.Single(_problems).Finding.What);
    }

    private SpecFile Made(string id) => new(_folder.In("made.fsx"), SpecKind.Process, Scope.Root(
        "made.fsx", SourceText.Parse("made.fsx", System.Text.Encoding.UTF8.GetBytes(Coin(id)), _problems), _problems));

    private ProcessLibrary Library() => new(Reading.Format, _folder.In("shipped"), _folder.Root, _problems);

    private Scope At(string id) => Reading.Root($$"""{ "process": "{{id}}" }""", _problems)["process"];

    private static string Coin(string id) => $$"""
        { "id": "{{id}}", "title": "Coin", "source": "here", "kind": "hmm", "symbols": ["0", "1"], "states": ["A"],
          "parameters": { "p": { "default": 0.5, "min": 0, "max": 1 } }, "transitions": { "0": [["p"]], "1": [["1-p"]] } }
        """;
}
