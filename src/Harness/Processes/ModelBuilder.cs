using Harness.Specs;

namespace Harness.Processes;

/// <summary>Makes the model of filled matrices, or reports why there is none.</summary>
internal static class ModelBuilder
{
    /// <summary>A hidden Markov model: φ is a column of ones. It starts from its stationary law, or from the weights that the file gives.</summary>
    public static HiddenMarkovModel? Hidden(FamilyMember member, double[][] matrices, double[]? weights)
    {
        int before = member.At.Reports;
        double[] chain = TransitionTable.Sum(matrices), ones = [.. Enumerable.Repeat(1.0, member.States.Count)];
        ChainCheck.Rows(member, chain);
        double[] start = weights is null ? ones : StartLaw.Scaled(member, weights, ones);
        if (member.At.Reports != before)
        {
            return null;
        }
        RecurrentClasses classes = RecurrentClasses.Of(chain, member.States.Count);
        if (weights is null)
        {
            ChainCheck.Ergodic(member, classes);
        }
        if (member.At.Reports != before)
        {
            return null;
        }
        double[] stationary = LongRun.Law(chain, classes, start);
        if (!stationary.All(double.IsFinite))
        {
            member.At["states"].Report(Problems.Inconsistent(
                $"The stationary law cannot be computed: the probabilities differ by more than float64 can hold{member.Given}.", "Use less extreme probabilities."));
        }
        return Model(member, matrices, stationary, weights is null ? stationary : start, null);
    }

    /// <summary>A generalised hidden Markov model, with every short word tried for a negative probability.</summary>
    public static HiddenMarkovModel? Generalised(FamilyMember member, double[][] matrices, double[]? weights)
    {
        int before = member.At.Reports;
        if (Gauge.Of(member, matrices) is not { } gauge)
        {
            return null;
        }
        double[] start = weights is null ? gauge.Stationary : StartLaw.Scaled(member, weights, gauge.Readout);
        if (member.At.Reports != before)
        {
            return null;
        }
        HiddenMarkovModel model = Model(member, matrices, gauge.Stationary, start, gauge.Readout);
        if (Positivity.Of(model).Refutation(model, member.Given) is { } refutation)
        {
            member.At["transitions"].Report(refutation);
        }
        return model;
    }

    private static HiddenMarkovModel Model(FamilyMember member, double[][] matrices, double[] stationary, double[] start, double[]? readout) => new(
        member.File.Id,
        (member.File.Parameters?.Keys ?? []).ToDictionary(name => name, name => member.Names[name]),
        member.Symbols.Names,
        member.States.Names,
        matrices,
        stationary,
        start,
        readout);
}
