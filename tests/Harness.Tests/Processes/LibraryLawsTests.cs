using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

/// <summary>What must hold of the matrices of every shipped process, at its defaults and wherever something is known of it.</summary>
public sealed class LibraryLawsTests
{
    private const int MaxWords = 100_000;

    public static TheoryData<string, int> Members => Library.Members;

    [Theory]
    [MemberData(nameof(Members))]
    public void Matrices_OfAShippedProcess_HaveTheirEigenvectors(string id, int known)
    {
        HiddenMarkovModel process = Library.Process(id, known);
        int states = process.StateCount;
        double[] right = new double[states], left = new double[states];
        for (int symbol = 0; symbol < process.SymbolCount; symbol++)
        {
            double[] matrix = process.TransitionMatrix(symbol).ToArray();
            Assert.All(matrix, entry => Assert.True(entry >= 0 || process.Kind == ProcessKind.Ghmm));
            for (int cell = 0; cell < matrix.Length; cell++)
            {
                right[cell / states] += matrix[cell] * process.Readout[cell % states];
                left[cell % states] += process.Stationary[cell / states] * matrix[cell];
            }
        }

        double[] readout = process.Readout.ToArray();
        Assert.All(right.Zip(readout), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.All(left.Zip(process.Stationary), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(1, process.Stationary.Zip(readout).Sum(pair => pair.First * pair.Second), 1e-12);
        Assert.Equal(1, process.Start.Zip(readout).Sum(pair => pair.First * pair.Second), 1e-12);
        Assert.Equal(states, readout.Sum(), 1e-12);
        Assert.True(process.Kind == ProcessKind.Ghmm || readout.All(entry => entry == 1));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Words_OfAShippedProcess_HaveProbabilitiesThatSumToOne(string id, int known)
    {
        HiddenMarkovModel process = Library.Process(id, known);
        List<double[]> vectors = [[.. process.Start]];
        for (int length = 1; length <= 8 && vectors.Count * process.SymbolCount <= MaxWords; length++)
        {
            List<double[]> longer = [];
            List<double> probabilities = [];
            foreach (double[] vector in vectors)
            {
                for (int symbol = 0; symbol < process.SymbolCount; symbol++)
                {
                    double[] next = new double[process.StateCount];
                    probabilities.Add(process.Propagate(vector, symbol, next));
                    if (next.Any(entry => entry != 0))
                    {
                        longer.Add(next);
                    }
                }
            }
            Assert.Equal(1, probabilities.Sum(), 1e-10);
            Assert.True(probabilities.Min() >= -1e-12, $"length {length}: {probabilities.Min():R}");
            vectors = longer;
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Words_OfAGeneralisedProcess_AreNotRefuted(string id, int known)
    {
        HiddenMarkovModel process = Library.Process(id, known);

        Assert.True(process.Kind == ProcessKind.Hmm || Positivity.Of(process).Statement == "not refuted to length 8");
    }
}
