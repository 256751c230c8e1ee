using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class SeparationTests
{
    public static TheoryData<string> Determined => [.. s_determined.Keys];

    private static readonly Dictionary<string, (GenerativeProcess Process, int Directions)> s_determined = new()
    {
        ["mess3"] = (KnownProcesses.Mess3(0.05, 0.85), 2),
        ["mess3, weak"] = (KnownProcesses.Mess3(0.15, 0.6), 2),
        ["bloch"] = (FieldProcesses.BlochWalk(1, Math.Sqrt(51)), 2),
        ["moon"] = (FieldProcesses.Moon(), 2),
        ["golden-mean"] = (KnownProcesses.GoldenMean(), 1),
        ["even"] = (KnownProcesses.Even(), 1),
        ["sns"] = (KnownProcesses.SimpleNonunifilarSource(0.1, 0.2), 1),
    };

    // Facts: the map from belief to next-token law is invertible for these.
    [Theory]
    [MemberData(nameof(Determined))]
    public void Of_LawThatDeterminesTheBelief_FixesEveryDirection(string id)
    {
        (GenerativeProcess process, int directions) = s_determined[id];
        Separation separation = Of(process, 7);

        Assert.False(separation.Separates);
        Assert.Equal((directions, directions), (separation.Directions, separation.ByNextToken));
    }

    [Fact]
    public void Of_Rrxor_FixesOneDirectionOfFour()
    {
        Separation separation = Of(KnownProcesses.RandomRandomXor, 8);

        Assert.True(separation.Separates);
        Assert.Equal((4, 1), (separation.Directions, separation.ByNextToken));
        Assert.Equal((36, 11), separation.MixedStates);
    }

    [Fact]
    public void Of_AGeneralisedModelWhoseLawLosesSomething_Separates()
    {
        Separation separation = Of(FieldProcesses.Frdn(), 8);

        Assert.True(separation.Separates);
        Assert.Equal((3, 1), (separation.Directions, separation.ByNextToken));
    }

    // Written in other coordinates, a generalised model says the same.
    [Fact]
    public void Of_AnotherGauge_IsTheSame()
    {
        HiddenMarkovModel frdn = FieldProcesses.Frdn();
        Separation own = Of(frdn, 8), other = Of(Regauged(frdn), 8);

        Assert.Equal((own.Directions, own.ByNextToken, own.ByLogarithm), (other.Directions, other.ByNextToken, other.ByLogarithm));
    }

    [Fact]
    public void Of_ACoin_HasNothingToSeparate()
    {
        Separation separation = Of(KnownProcesses.Coin(0.3), 5);

        Assert.False(separation.Separates);
        Assert.Equal(0, separation.Directions);
    }

    /// <summary>Beliefs ηA, matrices A⁻¹TA, with a lower triangular A of large and small entries.</summary>
    internal static HiddenMarkovModel Regauged(HiddenMarkovModel process)
    {
        int n = process.StateCount;
        MathNet.Numerics.LinearAlgebra.Matrix<double> a = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, (i, j) => i == j ? 1 + (3 * i) : i > j ? 0.5 * (i - j) : 0);
        var inverse = a.Inverse();
        double[][] transitions = [.. Enumerable.Range(0, process.SymbolCount).Select(z =>
            (inverse * MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(n, n, process.TransitionMatrix(z).ToArray()) * a).ToRowMajorArray())];
        double[] readout = inverse.Multiply(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(process.Readout.ToArray())).ToArray();
        double[] start = a.LeftMultiply(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([.. process.Start])).ToArray();
        return new HiddenMarkovModel("regauged", process.Parameters, process.Symbols, process.States, transitions, start, start, readout);
    }

    private static Separation Of(GenerativeProcess process, int window)
    {
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        return Separation.Of(new ContextTable(BeliefTree.Grow(process, window), presentation, window), presentation);
    }
}
