using Harness.Measurements;
using Harness.Reports.Html;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Html;

public sealed class TheoryPageTests
{
    [Fact]
    public void Write_AFiniteProcess_HasBothFiguresTheNullsAndTheCard()
    {
        string page = TheoryPage.Write(KnownProcesses.ZeroOneRandom, "the <card>", NullCard.Of(KnownProcesses.ZeroOneRandom, 6));

        Assert.Contains("<h1>z1r</h1>", page, StringComparison.Ordinal);
        Assert.Contains("The 7 mixed states; those that recur are ringed.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"mixed-states\"", page, StringComparison.Ordinal);
        Assert.Contains("<tr><th>table-3</th>", page, StringComparison.Ordinal);
        Assert.Contains("<pre>the &lt;card&gt;</pre>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnInfiniteProcess_HasNoGraph()
    {
        string page = TheoryPage.Write(FieldProcesses.BlochWalk(1, 3), "", NullCard.Of(FieldProcesses.BlochWalk(1, 3), 4));

        Assert.Contains("The plane is that of the Bloch vector", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"mixed-states\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ACoin_HasNoFigureAtAll() =>
        Assert.DoesNotContain("<svg", TheoryPage.Write(KnownProcesses.Coin(0.3), "", NullCard.Of(KnownProcesses.Coin(0.3), 4)), StringComparison.Ordinal);
}
