using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>Everything that is known about a process before any network is trained.</summary>
/// <param name="Process">The id of the process.</param>
/// <param name="With">The parameters it was built with.</param>
/// <param name="Stationary">π, in the order of the states.</param>
/// <param name="EntropyRateNats">Of the stationary process, whatever the start.</param>
/// <param name="MyopicEntropyNats">Index = context length, 0 to the depth: h_{L+1} from the start of the process.</param>
/// <param name="BlockEntropyNats">H(0) = 0 to H(depth), from the start of the process.</param>
/// <param name="OptimalLossNats">For contexts 1..k, k = 1 to the depth.</param>
/// <param name="StatisticalComplexityBits">C_μ of the stationary process.</param>
/// <param name="ExcessEntropyBits">E of the stationary process.</param>
/// <param name="MixedStates">Of the presentation from the start of the process.</param>
/// <remarks>Formulas and references stand with the types that compute them; <see cref="TheoryJson"/> writes it.</remarks>
internal sealed record ProcessTheory(
    string Process,
    IReadOnlyDictionary<string, double> With,
    string Kind,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> States,
    IReadOnlyList<double> Stationary,
    EntropyRate EntropyRateNats,
    IReadOnlyList<double> MyopicEntropyNats,
    IReadOnlyList<double> BlockEntropyNats,
    IReadOnlyList<OptimalLoss> OptimalLossNats,
    Quantity StatisticalComplexityBits,
    Quantity ExcessEntropyBits,
    MixedStateCount MixedStates)
{
    /// <summary>Computes it to a depth: the longest context.</summary>
    /// <exception cref="TreeTooLargeException">The mixed states are not finite and the words are too many.</exception>
    public static ProcessTheory Of(HiddenMarkovModel process, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        MixedStatePresentation presentation = MixedStatePresentation.Of(process);
        MixedStatePresentation stationary = StartsStationary(process)
            ? presentation
            : MixedStatePresentation.Of(process.StartingFrom([.. process.Stationary]));
        EntropyRate rate = EntropyRate.Nats(process, stationary);
        double[] myopic = presentation.Closed
            ? MyopicEntropy.Nats(new BeliefChain(presentation), depth)
            : MyopicEntropy.Nats(BeliefTree.Grow(process, depth));
        return new ProcessTheory(
            process.Id, process.Parameters, "hmm", process.Symbols, process.States, process.Stationary, rate,
            myopic,
            BlockEntropy.Nats(myopic),
            [.. Enumerable.Range(1, depth).Select(longest => new OptimalLoss(1, longest, MyopicEntropy.OptimalLossNats(myopic, 1, longest)))],
            StatisticalComplexity(process, stationary),
            ExcessEntropyOf(stationary, rate),
            MixedStateCount.Of(presentation));
    }

    private static Quantity ExcessEntropyOf(MixedStatePresentation stationary, EntropyRate rate)
    {
        if (!stationary.Closed)
        {
            return Quantity.Missing(MixedStateCount.Of(stationary).Reason!);
        }
        return rate.IsExact
            ? ExcessEntropy.Bits(new BeliefChain(stationary), rate.Value)
            : Quantity.Missing("unknown: the entropy rate is only enclosed");
    }

    private static Quantity StatisticalComplexity(HiddenMarkovModel process, MixedStatePresentation stationary)
    {
        if (process.IsUnifilar)
        {
            return Quantity.Known(EpsilonMachine.Of(process).StatisticalComplexityBits);
        }
        if (!stationary.Closed)
        {
            return Quantity.Missing(MixedStateCount.Of(stationary).Reason!);
        }
        return new BeliefChain(stationary).LongRun() is { } longRun
            ? Quantity.Known(EpsilonMachine.Of(stationary, longRun).StatisticalComplexityBits)
            : Quantity.Missing("unknown: the mixed states synchronise too slowly for their long-run law to be computed");
    }

    private static bool StartsStationary(HiddenMarkovModel process) =>
        BeliefIndex.Distance([.. process.Start], [.. process.Stationary]) <= MixedStatePresentation.RoundingDistance;
}
