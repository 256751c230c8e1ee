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
        new Transformer(0, 65, 0, 0, -1, Context: 5000).Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Equal(["$.layers", "$.heads", "$.dModel", "$.dHead", "$.dMlp", "$.context"], problems.Select(problem => problem.Path));
        problems.Clear();
        new Transformer(64, 1, 4096, 8, 16384).Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Equal("SPEC033", Assert.Single(problems).Finding.Code);
        problems.Clear();
        Paper.Check(Scope.Root("spec.json", null, problems), 10);
        Assert.Empty(problems);
    }
}
