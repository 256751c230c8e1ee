using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class ScopeTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void Report_AtAPropertyThatIsLeftOut_StandsAtItsObject()
    {
        Scope root = Reading.Root("{\n  \"a\": { \"b\": 1 } }", _problems);
        root["a"]["b"].Report(Problems.WrongType("x", "y"));
        root["a"]["c"][2].Report(Problems.WrongType("x", "y"));

        Assert.Equal(["2:15 $.a.b", "2:8 $.a.c[2]"], _problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Path}"));
    }

    [Fact]
    public void NameOf_AProperty_StandsAtItsName()
    {
        Reading.Root("""{ "a": 1 }""", _problems).NameOf("a").Report(Problems.BadName("a"));

        Assert.Equal("""
            a.json:1:3  SPEC028  $.a
              'a' is not a usable name.
              Use a letter followed by letters and digits; not the name of a function: sin, cos, exp, log, sqrt, floor, mod, random.
            """, Assert.Single(_problems).ToString());
    }

    [Fact]
    public void Path_OfANameThatIsNoWord_StandsInBrackets()
    {
        Scope root = Reading.Root("{}", _problems);

        Assert.Equal("$.transitions.0", root["transitions"]["0"].Path);
        Assert.Equal("$['a b'].c", root["a b"]["c"].Path);
        Assert.Equal("$['']", root[""].Path);
        Assert.Equal("$['a b']", root["a\nb"].Path);
    }

    [Fact]
    public void Report_TheSameTwice_IsShownOnceButCounted()
    {
        Scope root = Reading.Root("{}", _problems);
        root.Report(Problems.BadName("a"));
        root.Report(Problems.BadName("a"));

        Assert.Single(_problems);
        Assert.Equal(2, root["deeper"].Reports);
    }

    [Fact]
    public void Report_MoreThanAThousand_EndsTheList()
    {
        Scope root = Reading.Root("[]", _problems);
        for (int i = 0; i < 3000; i++)
        {
            root[i].Report(Problems.BadName("a"));
        }

        Assert.Equal(1001, _problems.Count);
        Assert.Equal("""
            a.json:1:1  SPEC046  $
              There are more than 1000 problems; the rest is not shown.
              Mend these first.
            """, _problems[^1].ToString());
    }
}
