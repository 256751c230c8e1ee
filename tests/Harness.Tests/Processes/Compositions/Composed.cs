using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;
using Harness.Testing;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

/// <summary>Processes as specs refer to them, from the shipped library.</summary>
internal static class Composed
{
    /// <summary>The process that this JSON refers to.</summary>
    public static LinearProcess Of(string json)
    {
        (LinearProcess? process, string problems) = Try(json);
        Assert.Equal("", problems);
        return process!;
    }

    /// <summary>The process and the problems as a user sees them.</summary>
    public static (LinearProcess? Process, string Problems) Try(string json)
    {
        List<Problem> problems = [];
        Scope at = Reading.Root(json, problems);
        ProcessReference? reference = SpecReader.Read<ProcessReference>(at, Reading.Format);
        ProcessLibrary library = new(Reading.Format, Repository.Processes, Repository.Root, problems);
        return (reference is null ? null : library.Resolve(reference, Repository.Root, at), string.Join("\n", problems));
    }

    public static FactoredProcess Factored(string json) => Assert.IsType<FactoredProcess>(Of(json));

    /// <summary>P(w) for tokens by number.</summary>
    public static double Probability(GenerativeProcess process, params int[] word)
    {
        double probability = 1;
        double[] belief = [.. process.Start], next = new double[process.StateCount];
        foreach (int symbol in word)
        {
            probability *= probability > 0 ? process.Advance(belief, symbol, next) : 0;
            (belief, next) = (next, belief);
        }
        return probability;
    }

    /// <summary>η(w).</summary>
    public static double[] Belief(GenerativeProcess process, params int[] word)
    {
        double[] belief = [.. process.Start];
        foreach (int symbol in word)
        {
            double[] next = new double[process.StateCount];
            Assert.True(process.Advance(belief, symbol, next) > 0);
            belief = next;
        }
        return belief;
    }

    public static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
