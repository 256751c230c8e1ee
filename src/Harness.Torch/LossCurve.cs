using Harness.Training;

namespace Harness.Torch;

/// <summary>Thins the loss of every step to at most a hundred means over equal stretches.</summary>
internal sealed class LossCurve(int steps)
{
    private const int MostPoints = 100;

    private readonly int _stretch = Math.Max(1, (steps + MostPoints - 1) / MostPoints);
    private readonly List<LossPoint> _points = [];
    private double _sum;
    private int _since;

    public IReadOnlyList<LossPoint> Points => _points;

    /// <summary>The losses that wait for their point.</summary>
    public (double Loss, int Steps) Open => (_sum, _since);

    /// <summary>Goes on from a curve that was left open like this.</summary>
    public void Restore(IReadOnlyList<LossPoint> points, double openLoss, int openSteps)
    {
        _points.AddRange(points);
        (_sum, _since) = (openLoss, openSteps);
    }

    /// <param name="step">Steps taken, this one included.</param>
    /// <param name="last">Closes the stretch, however short.</param>
    public void Add(int step, double lossNats, bool last)
    {
        _sum += lossNats;
        _since++;
        if (_since == _stretch || last)
        {
            _points.Add(new LossPoint(step, _sum / _since));
            (_sum, _since) = (0, 0);
        }
    }
}
