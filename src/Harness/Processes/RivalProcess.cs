using Harness.Numerics;

namespace Harness.Processes;

/// <summary>Another process of the same size: the wrong theory that a claim about the right one must be told apart from.</summary>
/// <remarks>
/// From every state, the law over (token, next state) is drawn uniformly from all laws (normalised exponentials), so that no token is ever
/// impossible and the filter is defined on every word. Drawn from one named stream: the rival of a size is always the same. A reversed process
/// would be no rival: Mess3 and RRXOR(½, ½) are time-reversible.
/// </remarks>
internal static class RivalProcess
{
    public static HiddenMarkovModel Of(GenerativeProcess process)
    {
        int states = process.StateCount, alphabet = process.SymbolCount;
        RandomStream random = new Seed(0).Stream("rival-process");
        double[][] transitions = [.. Enumerable.Range(0, alphabet).Select(_ => new double[states * states])];
        double[] net = new double[states * states];
        for (int from = 0; from < states; from++)
        {
            double total = 0;
            for (int i = 0; i < alphabet * states; i++)
            {
                total += transitions[i / states][(from * states) + (i % states)] = -Math.Log(1 - random.NextDouble());
            }
            for (int i = 0; i < alphabet * states; i++)
            {
                net[(from * states) + (i % states)] += transitions[i / states][(from * states) + (i % states)] /= total;
            }
        }
        double[] stationary = MarkovChain.Stationary(net, states);
        return new HiddenMarkovModel($"rival of {process.Id}", new Dictionary<string, double>(), process.Symbols, process.States, transitions, stationary, stationary);
    }
}
