using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>The same process read backwards: P̃(z₁…z_L) = P(z_L…z₁), from a stationary start.</summary>
/// <remarks>
/// A hidden Markov model stays one: T̃⁽ᶻ⁾[i,j] = π_j T⁽ᶻ⁾[j,i] / π_i over the states with π_i &gt; 0. A generalised one is transposed: T̃⁽ᶻ⁾ = T⁽ᶻ⁾ᵀ with start φᵀ and
/// readout πᵀ, scaled so that the readout sums to the dimension. Independent factors and the components of a mixture are reversed one by one, and a
/// channel on tokens does not know the direction; a chain is expanded first.
/// </remarks>
internal static class TimeReversal
{
    /// <summary>Largest difference (max norm) of start and stationary law that is taken for rounding.</summary>
    public const double RoundingDistance = 1e-9;

    /// <exception cref="CompositionException">The process does not start stationary, or would have to be expanded and is too large.</exception>
    public static LinearProcess Of(LinearProcess process) => process.Start.Zip(process.Stationary, (start, stationary) => Math.Abs(start - stationary)).Max() <= RoundingDistance
        ? Reversed(process)
        : throw new CompositionException(Problems.NotStationary(process.Id));

    private static LinearProcess Reversed(LinearProcess process)
    {
        ProcessName name = new(process.Id, process.Parameters, process.Symbols);
        return process switch
        {
            HiddenMarkovModel { Kind: ProcessKind.Hmm } model => Bayes(model),
            HiddenMarkovModel model => Transposed(model),
            FactoredProcess { IsIndependent: true } product => new FactoredProcess(name, [.. product.Factors.Select(factor => new Factor(OfStationary(factor.First)))]),
            MixtureProcess mixture => new MixtureProcess(name, [.. mixture.Components.Select(component => component with { Process = OfStationary(component.Process) })]),
            NoisyProcess noisy => new NoisyProcess(name, OfStationary(noisy.Behind), noisy.Epsilon),
            MergedProcess merged => new MergedProcess(name, OfStationary(merged.Behind), merged.Seen),
            _ => Reversed(Expansion.Of(process)),
        };
    }

    private static LinearProcess OfStationary(LinearProcess part) => Reversed(part.StartingFrom([.. part.Stationary]));

    private static HiddenMarkovModel Bayes(HiddenMarkovModel model)
    {
        int[] visited = [.. Enumerable.Range(0, model.StateCount).Where(state => model.Stationary[state] > 0)];
        double[] stationary = [.. visited.Select(state => model.Stationary[state])];
        double[][] transitions = new double[model.SymbolCount][];
        for (int z = 0; z < transitions.Length; z++)
        {
            ReadOnlySpan<double> forward = model.TransitionMatrix(z);
            transitions[z] = new double[visited.Length * visited.Length];
            for (int i = 0; i < visited.Length; i++)
            {
                for (int j = 0; j < visited.Length; j++)
                {
                    transitions[z][(i * visited.Length) + j] = stationary[j] * forward[(visited[j] * model.StateCount) + visited[i]] / stationary[i];
                }
            }
        }
        return new HiddenMarkovModel(model.Id, model.Parameters, model.Symbols, [.. visited.Select(state => model.States[state])], transitions, stationary, stationary);
    }

    private static HiddenMarkovModel Transposed(HiddenMarkovModel model)
    {
        int states = model.StateCount;
        // A stationary vector that sums to about 0 cannot be scaled to a readout: then some coordinates change their sign.
        double total = model.Stationary.Sum(), absolute = model.Stationary.Sum(Math.Abs);
        bool flipped = Math.Abs(total) < 1e-6 * absolute;
        double[] sign = [.. model.Stationary.Select(weight => flipped && weight < 0 ? -1.0 : 1.0)];
        double scale = states / (flipped ? absolute : total);
        double[][] transitions = new double[model.SymbolCount][];
        for (int z = 0; z < transitions.Length; z++)
        {
            transitions[z] = new double[states * states];
            for (int cell = 0; cell < transitions[z].Length; cell++)
            {
                (int i, int j) = (cell / states, cell % states);
                transitions[z][cell] = sign[i] * model.TransitionMatrix(z)[(j * states) + i] * sign[j];
            }
        }
        double[] readout = [.. model.Stationary.Select((weight, state) => sign[state] * weight * scale)];
        double[] start = [.. model.Readout.ToArray().Select((weight, state) => sign[state] * weight / scale)];
        return new HiddenMarkovModel(model.Id, model.Parameters, model.Symbols, model.States, transitions, start, start, readout);
    }
}
