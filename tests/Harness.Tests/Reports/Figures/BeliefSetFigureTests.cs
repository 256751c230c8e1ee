using System.Text.RegularExpressions;
using Harness.Beliefs;
using Harness.Processes;
using Harness.Reports.Figures;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed partial class BeliefSetFigureTests
{
    [Fact]
    public void Draw_FinitelyMany_HasADotForEachAndARingForWhatRecurs()
    {
        string svg = Draw(KnownProcesses.RandomRandomXor, 6)!;

        Assert.Equal(36, Regex.Count(svg, "class=\"state\""));
        Assert.Equal(5, Regex.Count(svg, "class=\"recurrent\""));
        Assert.Contains("T, F", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<image", svg, StringComparison.Ordinal);
    }

    // Corners of the simplex: A lower left, B lower right, C on top.
    [Fact]
    public void Draw_ZeroOneRandom_PutsCertaintyIntoTheCorners()
    {
        string svg = Draw(KnownProcesses.ZeroOneRandom, 5)!;
        Dictionary<string, (double X, double Y)> dots = Dot().Matches(svg).ToDictionary(
            dot => dot.Groups[3].Value, dot => (double.Parse(dot.Groups[1].Value, null), double.Parse(dot.Groups[2].Value, null)));

        Assert.Equal(7, dots.Count);
        (double X, double Y) zero = dots["(1, 0, 0)"], one = dots["(0, 1, 0)"], random = dots["(0, 0, 1)"], half = dots["(0.5, 0.5, 0)"];
        Assert.Equal(zero.Y, one.Y, 0.02);
        Assert.True(zero.X < one.X && random.Y < zero.Y);
        Assert.Equal((zero.X + one.X) / 2, random.X, 0.02);
        Assert.Equal((random.X, zero.Y), (half.X, half.Y));
        Assert.Equal(one.X - zero.X, Math.Sqrt(Math.Pow(random.X - zero.X, 2) + Math.Pow(random.Y - zero.Y, 2)), 0.05);
    }

    [Fact]
    public void Draw_AFractal_IsAnImageThatFitsAReport()
    {
        string svg = Draw(KnownProcesses.Mess3(0.05, 0.85), 10)!;

        Assert.Contains("<image", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 50_000, 1_000_000);
    }

    [Fact]
    public void Draw_ABlochWalk_HasTheDisc() => Assert.Contains("<circle class=\"outline\"", Draw(FieldProcesses.BlochWalk(1, 3), 5), StringComparison.Ordinal);

    [Fact]
    public void Draw_OneState_IsNothing() => Assert.Null(Draw(KnownProcesses.Coin(0.3), 4));

    private static string? Draw(GenerativeProcess process, int depth) => BeliefSetFigure.Draw(BeliefTree.Grow(process, depth), MixedStatePresentation.Of(process))?.Inline();

    [GeneratedRegex("""class="state" cx="([\d.]+)" cy="([\d.]+)"[^>]*><title>[^(]*(\([^)]*\))""")]
    private static partial Regex Dot();
}
