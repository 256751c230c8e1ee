using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Torch.Tests;

public sealed class TransformerLayoutTests
{
    [Fact]
    public void Draw_PaperModel_HasTransformerLensStatistics()
    {
        TransformerLayout layout = new Transformer(4, 1, 64, 8, 256).Layout(BeliefTree.Grow(KnownProcesses.Mess3(), 10));
        float[] values = layout.Draw(new Seed(1).Stream("initialisation"));
        foreach (NamedParameter parameter in layout.Parameters)
        {
            double[] own = [.. parameter.Indices().Select(index => (double)values[index])];
            if (parameter.Name.Contains(".W_", StringComparison.Ordinal))
            {
                double mean = own.Average(), deviation = Math.Sqrt(own.Average(value => Math.Pow(value - mean, 2)));
                Assert.Equal(0, mean, 5 * 0.1 / Math.Sqrt(own.Length));
                Assert.Equal(0.1, deviation, 5 * 0.1 / Math.Sqrt(2 * own.Length));
            }
            else
            {
                Assert.All(own, value => Assert.Equal(parameter.Name.EndsWith(".w", StringComparison.Ordinal) ? 1 : 0, value));
            }
        }
    }

    [Fact]
    public void Layout_AllParameters_FillTheFlatBufferExactlyOnce()
    {
        TransformerLayout layout = new Transformer(2, 3, 8, 5, 7).Layout(BeliefTree.Grow(KnownProcesses.Z1R(), 4));
        Assert.Equal(Enumerable.Range(0, layout.Count), layout.Parameters.SelectMany(parameter => parameter.Indices()).Order());
        Assert.Equal([3, 8, 5], layout.Parameters.Single(parameter => parameter.Name == "blocks.1.attn.W_Q").Shape);
        Assert.Equal([3, 5, 8], layout.Parameters.Single(parameter => parameter.Name == "blocks.1.attn.W_O").Shape);
    }

    [Fact]
    public void Draw_AnotherSeed_ChangesEveryWeight()
    {
        TransformerLayout layout = TrainingTasks.Tiny.Layout(BeliefTree.Grow(KnownProcesses.Z1R(), 4));
        float[] one = layout.Draw(new Seed(1).Stream("initialisation")), two = layout.Draw(new Seed(2).Stream("initialisation"));
        Assert.Equal(one, layout.Draw(new Seed(1).Stream("initialisation")));
        Assert.All(
            layout.Parameters.Where(parameter => parameter.Name.Contains(".W_", StringComparison.Ordinal)).SelectMany(parameter => parameter.Indices()),
            i => Assert.NotEqual(one[i], two[i]));
    }
}
