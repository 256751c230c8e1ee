using Harness.Reports.Records;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Reports.Figures;

/// <summary>How beliefs are laid out in the plane.</summary>
/// <remarks>
/// Three states: the simplex itself, an equilateral triangle of side 1 (first state lower left, second lower right, third on top). More: the
/// first two principal components of the exact beliefs, weighted by probability; decoded beliefs go through the same map. Two: the
/// probability of the second state, one row for each context length. An affine map plus a row offset in every case.
/// </remarks>
internal sealed class BeliefPlane
{
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

    public static BeliefPlane Of(PictureRecord picture) => picture.States switch
    {
        1 => new BeliefPlane([0], [0]),
        2 => new BeliefPlane([0, 1], [0, 0]),
        3 => new BeliefPlane([0, 1, 0.5], [0, 0, Height]),
        _ => Principal(picture),
    };

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

    private static BeliefPlane Principal(PictureRecord picture)
    {
        int states = picture.States;
        ReadOnlySpan<float> beliefs = PictureRecord.Floats(picture.Theory), weights = PictureRecord.Floats(picture.Probabilities);
        double[] mean = new double[states];
        Matrix<double> moments = Matrix<double>.Build.Dense(states, states);
        double mass = 0;
        for (int context = 0; context < picture.Count; context++)
        {
            mass += weights[context];
            for (int i = 0; i < states; i++)
            {
                mean[i] += weights[context] * beliefs[(context * states) + i];
            }
        }
        for (int context = 0; context < picture.Count; context++)
        {
            for (int i = 0; i < states; i++)
            {
                for (int j = 0; j < states; j++)
                {
                    moments[i, j] += weights[context] / mass * (beliefs[(context * states) + i] - (mean[i] / mass)) * (beliefs[(context * states) + j] - (mean[j] / mass));
                }
            }
        }
        Matrix<double> axes = moments.Evd(Symmetricity.Symmetric).EigenVectors;
        double[] x = Oriented(axes.Column(states - 1).ToArray()), y = Oriented(axes.Column(states - 2).ToArray());
        return new BeliefPlane(x, y, -x.Zip(mean).Sum(pair => pair.First * pair.Second) / mass, -y.Zip(mean).Sum(pair => pair.First * pair.Second) / mass);
    }

    // An eigenvector's sign is arbitrary: its largest component is made positive.
    private static double[] Oriented(double[] axis) => axis.MaxBy(Math.Abs) < 0 ? [.. axis.Select(component => -component)] : axis;
}
