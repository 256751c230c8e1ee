using System.IO.Compression;
using Harness.Beliefs;

namespace Harness.Activations;

/// <summary>Writes an <see cref="ActivationTable"/> of every context and hook, a few hooks at a time so that memory stays bounded.</summary>
internal static class ActivationTableWriter
{
    private const long MostFloats = 32_000_000;

    public static void Write(Stream content, BeliefTree tree, INetworkShape shape, NetworkPair networks, CancellationToken cancellation)
    {
        using ZipArchive archive = new(content, ZipArchiveMode.Create, leaveOpen: true);
        Exact(archive, tree);
        Network(archive, tree, shape, networks.Trained, ActivationTable.LogProbabilities, ActivationTable.Trained, cancellation);
        if (networks.Untrained is { } untrained)
        {
            Network(archive, tree, shape, untrained, ActivationTable.UntrainedLogProbabilities, ActivationTable.Untrained, cancellation);
        }
    }

    private static void Exact(ZipArchive archive, BeliefTree tree)
    {
        int contexts = tree.Count - 1, states = tree.Process.StateCount, symbols = tree.Process.SymbolCount;
        short[] prefix = new short[contexts * tree.Depth], lengths = new short[contexts];
        double[] beliefs = new double[contexts * states], laws = new double[contexts * symbols];
        Array.Fill(prefix, (short)-1);
        for (int context = 0; context < contexts; context++)
        {
            int[] word = tree.Word(context + 1);
            lengths[context] = (short)word.Length;
            for (int i = 0; i < word.Length; i++)
            {
                prefix[(context * tree.Depth) + i] = checked((short)word[i]);
            }
            tree.Belief(context + 1).CopyTo(beliefs.AsSpan(context * states));
            tree.NextToken(context + 1, laws.AsSpan(context * symbols, symbols));
        }
        NumPyArchive.Add<short>(archive, ActivationTable.Prefix, prefix, contexts, tree.Depth);
        NumPyArchive.Add<short>(archive, "length", lengths, contexts);
        NumPyArchive.Add<double>(archive, "probability", tree.Probabilities.AsSpan(1), contexts);
        NumPyArchive.Add<double>(archive, "belief", beliefs, contexts, states);
        NumPyArchive.Add<double>(archive, "next_token", laws, contexts, symbols);
    }

    private static void Network(
        ZipArchive archive, BeliefTree tree, INetworkShape shape, INetwork network, string laws, string prefix, CancellationToken cancellation)
    {
        int contexts = tree.Count - 1, symbols = tree.Process.SymbolCount, most = (int)Math.Max(1, MostFloats / ((long)contexts * shape.Hooks.Max(shape.Width)));
        bool first = true;
        foreach (string[] hooks in shape.Hooks.Chunk(most))
        {
            Collected rows = new(contexts, [.. hooks.Select(shape.Width)], symbols);
            network.Evaluate(tree, hooks, rows, cancellation);
            if (first)
            {
                NumPyArchive.Add<float>(archive, laws, rows.Laws, contexts, symbols);
                first = false;
            }
            for (int hook = 0; hook < hooks.Length; hook++)
            {
                NumPyArchive.Add<float>(archive, prefix + hooks[hook], rows.Values[hook], contexts, shape.Width(hooks[hook]));
            }
        }
    }

    private sealed class Collected(int contexts, int[] widths, int symbols) : IActivationVisitor
    {
        public float[][] Values { get; } = [.. widths.Select(width => new float[(long)contexts * width])];

        public float[] Laws { get; } = new float[contexts * symbols];

        public void Visit(ActivationBlock block)
        {
            for (int hook = 0; hook < widths.Length; hook++)
            {
                block.Activations[hook].AsSpan(0, block.Count * widths[hook]).CopyTo(Values[hook].AsSpan((block.FirstNode - 1) * widths[hook]));
            }
            block.LogProbabilities.AsSpan(0, block.Count * symbols).CopyTo(Laws.AsSpan((block.FirstNode - 1) * symbols));
        }
    }
}
