namespace Harness.Processes;

/// <summary>A process as a linear model: one linear map T⁽ᶻ⁾ of row vectors for each symbol, and a column φ that gives a vector its total.</summary>
/// <remarks>
/// For a row vector v with vφ = 1: P(z | v) = vT⁽ᶻ⁾φ and v' = vT⁽ᶻ⁾ / (vT⁽ᶻ⁾φ); T = Σ_z T⁽ᶻ⁾ keeps φ. The belief that a process filters with may be
/// written more shortly than v, such as the beliefs of a product's factors one after the other; <see cref="Joint(IReadOnlyList{double})"/> gives v. The maps act on one axis
/// of a tensor [left, joint, right] (see <see cref="Numerics.ModeProduct"/>), so that compositions apply those of their parts and never hold matrices of their own.
/// φ sums to the number of joint coordinates.
/// </remarks>
internal abstract class LinearProcess(ProcessName name, IReadOnlyList<string> states, IReadOnlyList<double> start)
    : GenerativeProcess(name.Id, name.Parameters, name.Symbols, states, start)
{
    /// <summary>Conditional probabilities of a generalised model below this are what rounding leaves of 0.</summary>
    public const double SmallestProbability = 1e-12;

    /// <summary>Generalised where joint beliefs are not laws of hidden states.</summary>
    public abstract ProcessKind Kind { get; }

    /// <summary>The number of coordinates of a joint belief.</summary>
    public abstract long JointCount { get; }

    /// <summary>Names of the coordinates of a joint belief.</summary>
    public abstract IReadOnlyList<string> JointStates();

    /// <summary>φ.</summary>
    public abstract double[] JointReadout();

    /// <summary>v, from a belief as the process filters with it.</summary>
    public abstract void Joint(ReadOnlySpan<double> belief, Span<double> joint);

    /// <summary>v, from a belief as the process filters with it.</summary>
    public double[] Joint(IReadOnlyList<double> belief)
    {
        double[] joint = new double[JointCount];
        Joint([.. belief], joint);
        return joint;
    }

    /// <summary>s for the multiple s·η of a belief: the scale at which a mixture keeps the beliefs of its components.</summary>
    public abstract double Mass(ReadOnlySpan<double> belief);

    /// <summary>η, from the multiple s·η; without meaning where s is not positive.</summary>
    public double[] Unscaled(ReadOnlySpan<double> multiple, out double mass)
    {
        double[] belief = multiple.ToArray();
        mass = Mass(belief);
        Scale(belief, mass > 0 ? 1 / mass : 0);
        return belief;
    }

    /// <summary>vT⁽ᶻ⁾ along one axis.</summary>
    /// <param name="symbol">z; null for T, the sum over all symbols.</param>
    /// <param name="tensor">[left, joint, right].</param>
    /// <param name="result">Of the same shape; must not overlap.</param>
    public abstract void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right);

    /// <summary>vT⁽ᶻ⁾φ for every symbol z, along one axis.</summary>
    /// <param name="tensor">[left, joint, right].</param>
    /// <param name="result">[left, symbols, right]; must not overlap.</param>
    public abstract void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right);

    public abstract override LinearProcess StartingFrom(double[] belief);

    /// <summary>The same process, and its tokens, under other names.</summary>
    public abstract LinearProcess Renamed(ProcessName name);

    /// <summary>v ← factor·v.</summary>
    protected static void Scale(Span<double> vector, double factor)
    {
        foreach (ref double coordinate in vector)
        {
            coordinate *= factor;
        }
    }

    /// <summary>A conditional probability without what rounding leaves of 0.</summary>
    protected double Possible(double probability) => Kind == ProcessKind.Ghmm && probability < SmallestProbability ? 0 : probability;
}
