using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class GaugeTests
{
    [Fact]
    public void Of_AGeneralisedProcess_ScalesTheReadoutToTheDimension()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(Generalised.Valid);

        Assert.Equal("", problems);
        Assert.Equal(ProcessKind.Ghmm, process!.Kind);
        Near([3, 0, 0], process.Readout.ToArray());
        Near([1 / 3d, 0, 0], process.Stationary);
        Assert.Equal(process.Stationary, process.Start);
    }

    /// <summary>A hidden Markov model written in another basis, T' = B⁻¹TB, has the same words: φ' ∝ B⁻¹1.</summary>
    [Fact]
    public void Of_AProcessInAnotherBasis_HasTheSameWords()
    {
        // The golden mean with B = [[1, −1], [0, 2]].
        const string Skewed = """
            { "id": "skewed", "title": "Skewed", "source": "here", "kind": "ghmm", "symbols": ["0", "1"], "states": ["a", "b"],
              "transitions": { "0": [[1, -1], [0.5, -0.5]], "1": [[0, 1], [0, 0]] } }
            """;
        HiddenMarkovModel golden = Library.Process("golden-mean"), skewed = FamilySource.Instantiate(Skewed).Process!;

        Near([1.5, 0.5], skewed.Readout.ToArray());
        Assert.All(["0", "1", "01", "010", "1000", "00101"], word => Assert.Equal(Probability(golden, word), Probability(skewed, word), 1e-14));
        Assert.Equal(0, skewed.Advance(After(skewed, "1"), 1, new double[2]));
    }

    [Theory]
    [InlineData("\"c\": \"r*cos(1)/2\"", "\"c\": \"1/2\", \"e\": \"r*cos(1)/2\"", """{ "s": 0, "r": 0 }""", """
        a.json:5:18  SPEC065  $.transitions
          1 is a repeated eigenvalue of T = Σ T⁽ᶻ⁾, so that φ and π are not determined, with s = 0, r = 0.
          Split the process into parts, or choose parameters at which the eigenvalue 1 is simple.
        """)]
    [InlineData("[[\"1/2\", \"s\", 0]", "[[0.6, \"s\", 0]", "{}", """
        a.json:5:18  SPEC065  $.transitions
          1 is not an eigenvalue of T = Σ T⁽ᶻ⁾: the nearest is 1.1, with s = 0.2, r = 0.5.
          Scale the matrices, or let "normalization": "spectral" do so.
        """)]
    [InlineData("[[\"1/2\", \"s\", 0]", "[[0.1, \"s\", 0]", """{ "r": 2 }""", """
        a.json:5:18  SPEC065  $.transitions
          1 is not an eigenvalue of T = Σ T⁽ᶻ⁾: the nearest is 0.6, with s = 0.2, r = 2.
          Scale the matrices, or let "normalization": "spectral" do so.
        """)]
    public void Of_MatricesWithoutASimpleEigenvalueOne_SaysWhatIsWrong(string piece, string replacement, string use, string message) =>
        Assert.Equal(message, FamilySource.Instantiate(Generalised.With(piece, replacement), use).Problems);

    [Fact]
    public void Of_MoreStatesThanCanBeSolved_IsRefused() =>
        Assert.Equal("""
            a.json:1:98  SPEC033  $.states
              There are 257 states.
              Use at most 256 in a generalised model.
            """, FamilySource.Instantiate("""
            { "id": "large", "title": "Large", "source": "here", "kind": "ghmm", "symbols": ["0"], "states": [{ "name": "S{i}", "for": { "i": [0, 256] } }],
              "transitions": [{ "from": "S{i}", "emit": "0", "to": "S{mod(i+1, 257)}", "weight": 1, "for": { "i": [0, 256] } }], "normalization": "spectral" }
            """).Problems);

    [Fact]
    public void Of_ALargeRing_HasTheUniformLaw() =>
        Assert.All(FamilySource.Instantiate("""
            { "id": "ring", "title": "Ring", "source": "here", "kind": "ghmm", "symbols": ["0"], "states": [{ "name": "S{i}", "for": { "i": [0, 99] } }],
              "transitions": [{ "from": "S{i}", "emit": "0", "to": "S{mod(i+1, 100)}", "weight": 1, "for": { "i": [0, 99] } }] }
            """).Process!.Stationary, mass => Assert.Equal(0.01, mass, 1e-14));

    [Fact]
    public void Of_EntriesBeyondFloat64_IsRefused() =>
        Assert.Contains("not finite", FamilySource.Instantiate(Two("[[1e308, 0], [0, 1]]", "[[1e308, 0], [0, 1]]")).Problems, StringComparison.Ordinal);

    [Fact]
    public void Of_AJordanBlock_IsRefused() =>
        Assert.Contains("1 is a repeated eigenvalue", FamilySource.Instantiate(Two("[[0.5, 0.5], [0, 0.5]]", "[[0.5, 0], [0, 0.5]]")).Problems, StringComparison.Ordinal);

    [Fact]
    public void Of_AReadoutThatSumsToZero_IsRefused() =>
        Assert.Contains("The right eigenvector φ of T = Σ T⁽ᶻ⁾ sums to 0", FamilySource.Instantiate(Two("[[0.25, -0.25], [-0.25, 0.25]]", "[[0.25, -0.25], [-0.25, 0.25]]")).Problems, StringComparison.Ordinal);

    [Fact]
    public void Spectral_WhateverTheScale_GivesTheSameProcess()
    {
        string scaled = Generalised.With("\"transitions\"", "\"normalization\": \"spectral\", \"transitions\"").Replace("\"1/2\"", "\"7/2\"", StringComparison.Ordinal)
            .Replace("\"s\",", "\"7*s\",", StringComparison.Ordinal).Replace("\"-s\"", "\"-7*s\"", StringComparison.Ordinal).Replace("s/2", "7*s/2", StringComparison.Ordinal)
            .Replace("\"r*", "\"7*r*", StringComparison.Ordinal);
        HiddenMarkovModel plain = FamilySource.Instantiate(Generalised.Valid).Process!;

        Near([.. plain.TransitionMatrix(1).ToArray()], FamilySource.Instantiate(scaled).Process!.TransitionMatrix(1).ToArray());
    }

    [Fact]
    public void Spectral_OfAHiddenMarkovModel_IsRefused() =>
        Assert.Equal("""
            a.json:5:20  SPEC032  $.normalization
              Dividing by the spectral radius does not make the rows of a hidden Markov model sum to 1.
              Write "rows", or "kind": "ghmm".
            """, FamilySource.Instantiate(FamilySource.With("\"transitions\"", "\"normalization\": \"spectral\", \"transitions\"")).Problems);

    private static string Two(string zero, string one) => $$"""
        { "id": "two", "title": "Two", "source": "here", "kind": "ghmm", "symbols": ["0", "1"], "states": ["a", "b"],
          "transitions": { "0": {{zero}}, "1": {{one}} } }
        """;

    private static double[] After(HiddenMarkovModel process, string word)
    {
        double[] belief = [.. process.Start];
        foreach (char token in word)
        {
            double[] next = new double[process.StateCount];
            process.Advance(belief, token - '0', next);
            belief = next;
        }
        return belief;
    }

    private static double Probability(HiddenMarkovModel process, string word) =>
        Enumerable.Range(0, word.Length).Aggregate(1.0, (product, i) => product * process.Advance(After(process, word[..i]), word[i] - '0', new double[process.StateCount]));

    private static void Near(double[] expected, IReadOnlyList<double> actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
}
