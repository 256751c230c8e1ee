using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Activations;

/// <summary>The activations of a <see cref="Planted"/> architecture.</summary>
/// <param name="learned">The fraction of the training that is over, in [0, 1].</param>
internal sealed class PlantedNetwork(Planted architecture, Seed seed, double learned) : INetwork
{
    private readonly bool _trained = learned > 0;

    public float[] Parameters() => [];

    public void Dispose()
    {
    }

    public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
    {
        int alphabet = tree.Process.SymbolCount;
        int[] widths = [.. hooks.Select(architecture.Width)];
        PlantedVectors code = (architecture.Code ?? new BeliefCode()).Of(tree), token = new LastTokenCode().Of(tree);
        PlantedVectors[] seen = [.. hooks.Select(hook => _trained && Planted.CarriesBelief(hook) ? code : token)];
        // One affine map and one noise stream for each hook, whichever hooks are asked for.
        double[][] maps = [.. hooks.Select((hook, i) => Map(hook, widths[i], seen[i].Width))];
        RandomStream[] noise = [.. hooks.Select(hook => seed.Stream($"planted-noise/{_trained}/{hook}"))];
        double[] scales = [.. hooks.Select(architecture.NoiseAt)];
        double[] vector = new double[Math.Max(code.Width, token.Width)];
        for (int level = 1; level <= tree.Depth; level++)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = tree.LevelStart[level], count = tree.LevelStart[level + 1] - first;
            if (count == 0)
            {
                break;
            }
            float[][] activations = [.. widths.Select(width => new float[width * count])];
            float[] logProbabilities = new float[count * alphabet];
            for (int row = 0; row < count; row++)
            {
                for (int hook = 0; hook < hooks.Count; hook++)
                {
                    Span<double> carried = vector.AsSpan(0, seen[hook].Width);
                    seen[hook].Write(first + row, carried);
                    Scale(carried, ReferenceEquals(seen[hook], code) ? learned : 1);
                    Write(maps[hook], carried, scales[hook], noise[hook].At(first + row),
                        activations[hook].AsSpan(row * widths[hook], widths[hook]));
                }
                Predict(tree, first + row, logProbabilities.AsSpan(row * alphabet, alphabet));
            }
            visitor.Visit(new ActivationBlock(first, count, activations, widths, logProbabilities));
        }
    }

    private double[] Map(string hook, int width, int inputs)
    {
        RandomStream random = seed.Stream($"planted-map/{hook}");
        return [.. Enumerable.Range(0, width * (inputs + 1)).Select(_ => random.NextNormal())];
    }

    private static void Scale(Span<double> vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    private static void Write(double[] map, ReadOnlySpan<double> code, double noise, RandomStream random, Span<float> activation)
    {
        for (int i = 0; i < activation.Length; i++)
        {
            double value = map[i * (code.Length + 1)] + (noise * random.NextNormal());
            for (int j = 0; j < code.Length; j++)
            {
                value += map[(i * (code.Length + 1)) + 1 + j] * code[j];
            }
            activation[i] = (float)value;
        }
    }

    private void Predict(BeliefTree tree, int node, Span<float> logProbabilities)
    {
        int alphabet = logProbabilities.Length;
        Span<double> law = stackalloc double[alphabet];
        tree.NextToken(node, law);
        double uniform = 1 - (learned * (1 - architecture.Uniform));
        for (int symbol = 0; symbol < alphabet; symbol++)
        {
            double probability = ((1 - uniform) * law[symbol]) + (uniform / alphabet);
            logProbabilities[symbol] = (float)Math.Log(Math.Max(probability, 1e-30));
        }
    }
}
