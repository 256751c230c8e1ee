using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class InterventionScoresTests
{
    [Theory]
    [InlineData(0.4, 0.1, 0.75)]
    [InlineData(0.4, 0.4, 0.0)]
    [InlineData(0.4, 0.8, -1.0)]
    [InlineData(0.4, 0.0, 1.0)]
    public void Moved_IsTheShareOfTheWay(double before, double after, double moved) => Assert.Equal(moved, Of(before, after).Moved(ActivationEditKind.Belief).Value!.Value, 1e-12);

    [Fact]
    public void Moved_WhereThereIsNoWay_IsUndefined() => Assert.Contains("do not differ", Of(0, 0).Moved(ActivationEditKind.Belief).Why, StringComparison.Ordinal);

    private static InterventionScores Of(double before, double after) =>
        new(before, 0, new Dictionary<ActivationEditKind, double> { [ActivationEditKind.Belief] = after }, new Dictionary<ActivationEditKind, double>());
}
