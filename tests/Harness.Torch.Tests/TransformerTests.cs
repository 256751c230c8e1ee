using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Torch.Tests;

public sealed class TransformerTests
{
    private static readonly Transformer Paper = new(4, 1, 64, 8, 256);

    [Fact]
    public void Hooks_OfTwoLayers_AreTheTransformerLensNamesInForwardOrder()
    {
        Assert.Equal(
            ["hook_embed", "hook_pos_embed",
             "blocks.0.hook_resid_pre", "blocks.0.hook_resid_mid", "blocks.0.hook_resid_post",
             "blocks.1.hook_resid_pre", "blocks.1.hook_resid_mid", "blocks.1.hook_resid_post", "ln_final"],
            (Paper with { Layers = 2 }).Hooks);
        Transformer bare = Paper with { Layers = 1, Positions = Positions.None, Normalization = Normalization.None };
        Assert.Equal(["hook_embed", "blocks.0.hook_resid_pre", "blocks.0.hook_resid_mid", "blocks.0.hook_resid_post"], bare.Hooks);
    }

    [Fact]
    public void Check_ContextShorterThanWindow_ReportsWindowTooLong()
    {
        List<Problem> problems = [];
        (Paper with { Context = 8 }).Check(Scope.Root("spec.json", null, problems)["architecture"], 10);
        Problem problem = Assert.Single(problems);
        Assert.Equal(Problems.WindowTooLong(10, 8), problem.Finding);
        Assert.Equal("$.architecture.context", problem.Path);
    }

    [Fact]
    public void Check_BadSizes_ReportsEachOfThem()
    {
        List<Problem> problems = [];
        new Transformer(0, 65, 0, 0, 0, Context: 5000).Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Equal(["$.layers", "$.heads", "$.dModel", "$.dHead", "$.dMlp", "$.context"], problems.Select(problem => problem.Path));
        problems.Clear();
        new Transformer(64, 1, 4096, 8, 16384).Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Equal("SPEC033", Assert.Single(problems).Finding.Code);
        problems.Clear();
        Paper.Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Empty(problems);
    }

    [Fact]
    public void Draw_PaperModel_HasTransformerLensStatistics()
    {
        TransformerLayout layout = Paper.Layout(BeliefTree.Grow(KnownProcesses.Mess3(), 10));
        float[] values = layout.Draw(new Seed(1).Stream("initialisation"));
        foreach (TransformerParameter parameter in layout.Parameters)
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
}
