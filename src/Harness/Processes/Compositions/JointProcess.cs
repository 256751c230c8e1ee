using Harness.Numerics;
using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A process seen through a channel that ties its factors together, so that they are no longer independent given the tokens: it filters with the joint belief.</summary>
/// <remarks>The channel acts on tokens alone: T, φ and the stationary law are those of the process behind it.</remarks>
internal abstract class JointProcess : LinearProcess
{
    /// <summary>The most coordinates of a joint belief.</summary>
    public const int MostCoordinates = 65_536;

    private readonly double[] _readout;

    /// <param name="start">A joint belief; null for where the process behind the channel starts.</param>
    protected JointProcess(ProcessName name, LinearProcess behind, IReadOnlyList<double>? start)
        : base(name, Small(behind).JointStates(), start ?? behind.Joint(behind.Start))
    {
        Behind = behind;
        Stationary = behind.Joint(behind.Stationary);
        _readout = behind.JointReadout();
    }

    /// <summary>The process behind the channel.</summary>
    public LinearProcess Behind { get; }

    public override ProcessKind Kind => Behind.Kind;

    public override IReadOnlyList<double> Stationary { get; }

    public override long JointCount => StateCount;

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        Apply(symbol, belief, next, 1, 1);
        double probability = Possible(Mass(next));
        for (int state = 0; probability > 0 && state < next.Length; state++)
        {
            next[state] /= probability;
        }
        return probability;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        Emit(belief, law, 1, 1);
        foreach (ref double probability in law)
        {
            probability = Possible(probability);
        }
    }

    public override IReadOnlyList<string> JointStates() => States;

    public override double[] JointReadout() => [.. _readout];

    public override void Joint(ReadOnlySpan<double> belief, Span<double> joint) => belief.CopyTo(joint);

    public override double Mass(ReadOnlySpan<double> belief) => ModeProduct.Dot(belief, _readout);

    private static LinearProcess Small(LinearProcess behind) => behind.JointCount <= MostCoordinates
        ? behind
        : throw new CompositionException(Problems.JointTooLarge(behind.Id, behind.JointCount, MostCoordinates));
}
