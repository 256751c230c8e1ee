using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>How much of the belief a null explains.</summary>
/// <param name="RSquared">Pooled over the coordinates as beliefs are written: another gauge of the same process gives another number.</param>
/// <param name="Whitened">Every direction in which beliefs vary counts alike: the same in every gauge.</param>
/// <param name="MeanSquaredError">Over the coordinates of a belief, as published recipes have it.</param>
/// <param name="ByAxis">R² along each principal axis of the belief, most variance first; empty where undefined.</param>
internal sealed record NullScore(Measured RSquared, Measured Whitened, Measured MeanSquaredError, IReadOnlyList<double> ByAxis)
{
    /// <param name="left">Of the coordinates along the axes.</param>
    /// <param name="states">Coordinates of a belief as it is written.</param>
    public static NullScore Of(Unexplained left, PrincipalAxes axes, int states) => new(
        Measured.Of(left.RSquared()),
        Measured.Of(left.RSquared(axes.Variances)),
        Measured.Of(left.Error.Sum() / states),
        [.. left.Error.Zip(left.Spread, (error, spread) => 1 - (error / spread))]);

    public static NullScore Undefined(string why) => new(Measured.Undefined(why), Measured.Undefined(why), Measured.Undefined(why), []);
}
