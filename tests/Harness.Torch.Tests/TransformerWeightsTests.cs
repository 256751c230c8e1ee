using Harness.Beliefs;
using Harness.Numerics;
using Harness.Processes;
using Harness.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch.Tests;

public sealed class TransformerWeightsTests
{
    public static TheoryData<string, int, int> Variants => new()
    {
        { "pre-layer-norm", 1, 8 }, { "pre-layer-norm", 3, 5 }, { "none", 2, 4 }, { "gelu", 2, 4 }, { "no-positions", 2, 4 }, { "rotary", 2, 4 }, { "attention-only", 2, 4 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Learn_MergedBatch_GivesThePlainBatchGradient(string variant, int heads, int width)
    {
        NativeRuntime.Enter();
        using DisposeScope scope = NewDisposeScope();
        HiddenMarkovModel process = KnownProcesses.Mess3();
        const int length = 6;
        TransformerLayout layout = Variant(variant, heads, width).Layout(BeliefTree.Grow(process, length));
        float[] values = Perturbed(layout);
        ushort[] sequences = new BatchSampler(process, new Seed(3).Stream("data")).Draw(0, 48, length + 1);

        PlainBatch plain = new(layout, values);
        Tensor loss = plain.Loss(sequences, length);
        loss.backward();
        float[] expected = plain.Gradient(layout);
        using TransformerWeights weights = new(layout, values, learns: true);
        PrefixBatch batch = PrefixBatch.Merge(sequences, length, process.SymbolCount);
        double merged = weights.Learn(batch);

        Assert.True(batch.Tokens.Length < 48 * length * 0.9, "the batch has too few equal prefixes to test merging");
        Assert.Equal(loss.item<float>(), merged, 1e-5);
        AssertClose(expected, weights.Gradient, 2e-5);
    }

    [Fact]
    public void Learn_TinyModel_GradientMatchesFiniteDifferences()
    {
        NativeRuntime.Enter();
        HiddenMarkovModel process = KnownProcesses.Rrxor();
        BeliefTree tree = BeliefTree.Grow(process, 5);
        TransformerLayout layout = new Transformer(1, 2, 4, 2, 6, Activation.Gelu).Layout(tree);
        float[] values = Perturbed(layout);
        PrefixBatch batch = PrefixBatch.Whole(tree, 5)[0];
        using TransformerWeights weights = new(layout, values, learns: true);
        weights.Learn(batch);
        float[] gradient = weights.Gradient.ToArray();
        const float step = 5e-3f;
        for (int i = 0; i < values.Length; i++)
        {
            weights.Values[i] = values[i] + step;
            double above = weights.Learn(batch);
            weights.Values[i] = values[i] - step;
            double below = weights.Learn(batch);
            weights.Values[i] = values[i];
            Assert.Equal((above - below) / (2 * step), gradient[i], 5e-4);
        }
    }

    [Fact]
    public void Learn_ExactBatch_GivesTheMeanOfSampledGradients()
    {
        NativeRuntime.Enter();
        HiddenMarkovModel process = KnownProcesses.Mess3();
        BeliefTree tree = BeliefTree.Grow(process, 4);
        TransformerLayout layout = TrainingTasks.Tiny.Layout(tree);
        float[] values = Perturbed(layout);
        using TransformerWeights exact = new(layout, values, learns: true), sampled = new(layout, values, learns: true);
        exact.Learn(PrefixBatch.Whole(tree, 4)[0]);
        BatchSampler sampler = new(process, new Seed(5).Stream("data"));
        const int batches = 400;
        double[] mean = new double[layout.Count], square = new double[layout.Count];
        for (int k = 0; k < batches; k++)
        {
            sampled.Gradient.Clear();
            sampled.Learn(PrefixBatch.Merge(sampler.Draw(k, 32, 5), 4, process.SymbolCount));
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += sampled.Gradient[i] / (double)batches;
                square[i] += Math.Pow(sampled.Gradient[i], 2) / batches;
            }
        }
        double chi = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            double variance = Math.Max((square[i] - (mean[i] * mean[i])) / batches, 1e-14);
            double z = (mean[i] - exact.Gradient[i]) / Math.Sqrt(variance);
            Assert.True(Math.Abs(z) < 6, FormattableString.Invariant($"element {i}: sampled {mean[i]}, exact {exact.Gradient[i]}, {z} standard errors"));
            chi += z * z / mean.Length;
        }
        Assert.InRange(chi, 0.2, 3);
    }

    [Fact]
    public void Learn_WholeTreeInParts_GivesTheSameGradientAsInOne()
    {
        NativeRuntime.Enter();
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Rrxor(), 8);
        TransformerLayout layout = TrainingTasks.Tiny.Layout(tree);
        float[] values = Perturbed(layout);
        using TransformerWeights one = new(layout, values, learns: true), many = new(layout, values, learns: true);
        double whole = PrefixBatch.Whole(tree, 7).Sum(one.Learn);
        IReadOnlyList<PrefixBatch> parts = PrefixBatch.Whole(tree, 7, leaves: 10);
        double inParts = parts.Sum(many.Learn);
        Assert.True(parts.Count > 5);
        Assert.Equal(whole, inParts, 1e-5);
        AssertClose(one.Gradient, many.Gradient, 2e-5);
    }

    private static Transformer Variant(string name, int heads, int width)
    {
        Transformer plain = new(2, heads, 16, width, 24);
        return name switch
        {
            "none" => plain with { Normalization = Normalization.None },
            "gelu" => plain with { Activation = Activation.Gelu },
            "rotary" => plain with { Positions = Positions.Rotary },
            "attention-only" => plain with { DMlp = 0 },
            "no-positions" => plain with { Positions = Positions.None },
            _ => plain,
        };
    }

    // Biases and gains away from 0 and 1, so that every one of them matters.
    private static float[] Perturbed(TransformerLayout layout)
    {
        float[] values = layout.Draw(new Seed(7).Stream("initialisation"));
        RandomStream noise = new Seed(7).Stream("perturbation");
        return [.. values.Select(value => value + (float)(0.1 * noise.NextNormal()))];
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
        }
        Assert.True(largest > 1e-3);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance * largest);
        }
    }
}
