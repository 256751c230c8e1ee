using System.Text.RegularExpressions;
using Harness.Beliefs;
using Harness.Processes;
using Harness.Reports.Figures;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class MixedStateGraphTests
{
    [Fact]
    public void Draw_ZeroOneRandom_HasEveryStateAndEveryMove()
    {
        string svg = Draw(KnownProcesses.ZeroOneRandom)!;

        Assert.Equal(7, Regex.Count(svg, "class=\"state\""));
        Assert.Equal(3, Regex.Count(svg, "class=\"recurrent\""));
        // R goes to 0 with either token: one edge, two tokens.
        Assert.Equal(11, Regex.Count(svg, "class=\"edge\""));
        Assert.Contains(">0|1/2  1|1/2<", svg, StringComparison.Ordinal);
        Assert.Contains(">1|2/3<", svg, StringComparison.Ordinal);
        Assert.All(["λ", "0", "1", "10", "00", "01", "11"], word => Assert.Matches($"class=\"word\"[^>]*>{word}<", svg));
        Assert.All(["0", "1", "R"], name => Assert.Matches($"class=\"name\"[^>]*>{name}<", svg));
    }

    [Fact]
    public void Draw_Rrxor_HasAllThirtySix() => Assert.Equal(36, Regex.Count(Draw(KnownProcesses.RandomRandomXor)!, "class=\"state\""));

    [Fact]
    public void Draw_InfinitelyManyOrOne_IsNothing()
    {
        Assert.Null(Draw(KnownProcesses.Mess3(0.05, 0.85)));
        Assert.Null(Draw(KnownProcesses.Coin(0.5)));
    }

    private static string? Draw(GenerativeProcess process)
    {
        BeliefTree tree = BeliefTree.Grow(process, 6);
        BeliefPlane plane = BeliefPlane.Of(process.StateCount, [.. Enumerable.Range(0, tree.Count).SelectMany(node => tree.Belief(node).ToArray())], tree.Probabilities);
        return MixedStateGraph.Draw(MixedStatePresentation.Of(process), new BeliefColour(process, plane))?.Inline();
    }
}
