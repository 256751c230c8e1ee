using System.Globalization;
using Harness.Torch;
using static TorchSharp.torch;

namespace Harness.Benchmarks.Jobs;

/// <summary>The matrix products of a training step alone, into tensors that are there already: what no step can be faster than.</summary>
internal static class MatrixProducts
{
    public static int Run(int rounds)
    {
        PairedRuns.PrintHead("limit of a step");
        foreach (int batch in new[] { 64, 1024 })
        {
            foreach (Workload workload in new[] { Workload.Of(Mess3.Process, batch, 1000), Workload.Of(Rrxor.Process, batch, 1000) })
            {
                Compare(workload, rounds, steps: batch == 64 ? 64 : 32);
            }
        }
        return 0;
    }

    private static void Compare(Workload workload, int rounds, int steps)
    {
        using TreeContender own = new(workload);
        int[] nodes = [.. workload.Sequences.Select(sequences => PrefixBatch.Merge(sequences, Workload.Window, workload.Process.SymbolCount).Tokens.Length)];
        own.Steps(0, 60);
        RunTime Products() => RunTime.Of(() =>
        {
            using IDisposable frozen = no_grad();
            for (int step = 0; step < steps; step++)
            {
                Multiply(nodes[step % nodes.Length], workload.Process.SymbolCount);
            }
        });
        RunTime Merges() => RunTime.Of(() =>
        {
            for (int step = 0; step < steps; step++)
            {
                PrefixBatch.Merge(workload.Sequences[step % nodes.Length], Workload.Window, workload.Process.SymbolCount);
            }
        });
        Products();
        PairedRuns.Run(rounds, ("Harness", () => own.Steps(0, steps).Time), ("its matrix products alone", Products), ("merging prefixes alone", Merges))
            .Print(string.Create(CultureInfo.InvariantCulture, $"{workload.Name}, {nodes.Average():F0} prefixes"), 1000.0 / steps, "ms");
    }

    // Forward, by input and by weight for every matrix of the network.
    private static void Multiply(int nodes, int vocabulary)
    {
        Harness.Torch.Transformer network = Workload.Network;
        int d = network.DModel, inner = network.Heads * network.DHead;
        for (int layer = 0; layer < network.Layers; layer++)
        {
            Multiply(nodes, d, 3 * inner);
            Multiply(nodes, inner, d);
            Multiply(nodes, d, network.DMlp);
            Multiply(nodes, network.DMlp, d);
        }
        Multiply(nodes, d, vocabulary);
    }

    private static void Multiply(int rows, int from, int to)
    {
        (Tensor x, Tensor w, Tensor y) = (s_ones[(rows, from)], s_ones[(from, to)], s_ones[(rows, to)]);
        s_results[(rows, to)].addmm_(x, w, beta: 0, alpha: 1);                // [n, to]
        s_results[(rows, from)].addmm_(y, w.t(), beta: 0, alpha: 1);          // [n, from]
        s_results[(from, to)].addmm_(x.t(), y, beta: 0, alpha: 1);            // [from, to]
    }

    private static readonly TensorStore s_ones = new();
    private static readonly TensorStore s_results = new();
}
