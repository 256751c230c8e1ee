using Harness.Numerics;
using Harness.Reports.Records;

namespace Harness.Reports.Figures;

/// <summary>How beliefs are laid out in the plane.</summary>
/// <remarks>
/// Three states: the simplex itself, an equilateral triangle of side 1 (first state lower left, second lower right, third on top). More: the
/// first two principal components of the exact beliefs, weighted by probability; decoded beliefs go through the same map. Two: the
/// probability of the second state, one row for each context length. Beliefs that are no laws of states have no corners: three coordinates
/// of which the first is constant, a Bloch vector, are shown by the other two; else by principal components. An affine map plus a row offset
/// in every case.
/// </remarks>
internal sealed class BeliefPlane
{
    // Beliefs may come from single precision.
    private const double Rounding = 1e-5;

    private static readonly double Height = Math.Sqrt(3) / 2;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _x0;
    private readonly double _y0;

    private BeliefPlane(double[] x, double[] y, double x0 = 0, double y0 = 0)
    {
        _x = x;
        _y = y;
        _x0 = x0;
        _y0 = y0;
    }

    /// <summary>True where beliefs are laws of states, so that certainty of a state has a place.</summary>
    public bool HasCorners { get; private init; } = true;

    /// <summary>The length that no Bloch vector passes, where beliefs are shown by one; else null.</summary>
    public double? Disc { get; private init; }

    public static BeliefPlane Of(PictureRecord picture) => Of(picture.States, Doubles(picture.Theory), Doubles(picture.Probabilities));

    /// <param name="beliefs">Row-major, one for each weight.</param>
    public static BeliefPlane Of(int states, ReadOnlySpan<double> beliefs, ReadOnlySpan<double> weights)
    {
        bool laws = AreLaws(states, beliefs);
        return (states, laws) switch
        {
            (1, _) => new BeliefPlane([0], [0]) { HasCorners = laws },
            (2, true) => new BeliefPlane([0, 1], [0, 0]),
            (3, true) => new BeliefPlane([0, 1, 0.5], [0, 0, Height]),
            (3, false) when Radius(beliefs) is { } radius => new BeliefPlane([0, 1, 0], [0, 0, 1]) { HasCorners = false, Disc = radius },
            _ => Principal(states, beliefs, weights, laws),
        };
    }

    /// <summary>Where the belief that is sure of a state lies.</summary>
    public (double X, double Y) Vertex(int state) => (_x[state] + _x0, _y[state] + _y0);

    public (double X, double Y) Project(ReadOnlySpan<float> belief)
    {
        double x = _x0, y = _y0;
        for (int state = 0; state < belief.Length; state++)
        {
            x += _x[state] * belief[state];
            y += _y[state] * belief[state];
        }
        return (x, y);
    }

    public (double X, double Y) Project(ReadOnlySpan<double> belief)
    {
        double x = _x0, y = _y0;
        for (int state = 0; state < belief.Length; state++)
        {
            x += _x[state] * belief[state];
            y += _y[state] * belief[state];
        }
        return (x, y);
    }

    private static BeliefPlane Principal(int states, ReadOnlySpan<double> beliefs, ReadOnlySpan<double> weights, bool laws)
    {
        PrincipalAxes axes = PrincipalAxes.Of(beliefs, weights, states);
        double[] x = Axis(0), y = Axis(1);
        return new BeliefPlane(x, y, -Dot(x, axes.Mean), -Dot(y, axes.Mean)) { HasCorners = laws };

        double[] Axis(int axis) => axis < axes.Count ? axes.Directions[axis] : new double[states];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();

    private static bool AreLaws(int states, ReadOnlySpan<double> beliefs)
    {
        for (int at = 0; at < beliefs.Length; at += states)
        {
            double sum = 0;
            for (int state = 0; state < states; state++)
            {
                sum += beliefs[at + state];
                if (beliefs[at + state] < -Rounding)
                {
                    return false;
                }
            }
            if (Math.Abs(sum - 1) > Rounding)
            {
                return false;
            }
        }
        return true;
    }

    // The first coordinate, where it is the same everywhere and the other two are no longer than it.
    private static double? Radius(ReadOnlySpan<double> beliefs)
    {
        for (int at = 0; at < beliefs.Length; at += 3)
        {
            double length = Math.Sqrt((beliefs[at + 1] * beliefs[at + 1]) + (beliefs[at + 2] * beliefs[at + 2]));
            if (Math.Abs(beliefs[at] - beliefs[0]) > Rounding || length > beliefs[0] + Rounding)
            {
                return null;
            }
        }
        return beliefs.IsEmpty ? null : beliefs[0];
    }

    private static double[] Doubles(byte[] bytes)
    {
        ReadOnlySpan<float> values = PictureRecord.Floats(bytes);
        double[] doubles = new double[values.Length];
        for (int i = 0; i < doubles.Length; i++)
        {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
