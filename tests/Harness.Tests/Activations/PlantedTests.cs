using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Activations;

public sealed class PlantedTests
{
    private static readonly ContextTable s_contexts = Known.Contexts("rrxor");

    [Fact]
    public void Evaluate_AskedForOtherHooks_GivesTheSameActivations()
    {
        Planted planted = new(DModel: 3, Layers: 2);

        ActivationBlock[] all = Blocks(planted, planted.Hooks, seed: 1), one = Blocks(planted, ["ln_final"], seed: 1);

        Assert.Equal(all.SelectMany(block => block.Activations[^1]), one.SelectMany(block => block.Activations[0]));
        Assert.Equal(s_contexts.Count, one.Sum(block => block.Count));
    }

    [Fact]
    public void Evaluate_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        Assert.Equal(Values(seed: 1), Values(seed: 1));
        Assert.NotEqual(Values(seed: 1), Values(seed: 2));

        static float[] Values(int seed) => [.. Blocks(new Planted(), ["ln_final"], seed).SelectMany(block => block.Activations[0])];
    }

    [Fact]
    public void Evaluate_WithoutNoise_IsAFunctionOfTheBelief()
    {
        float[][] rows = [.. Blocks(new Planted(DModel: 4, Noise: 0), ["ln_final"], 1).SelectMany(block => block.Activations[0].Chunk(4))];

        foreach (IGrouping<int, int> same in Enumerable.Range(0, rows.Length).GroupBy(context => s_contexts.StateOf![context + 1]))
        {
            Assert.All(same, context => Assert.All(rows[context].Zip(rows[same.First()]), pair => Assert.Equal(pair.Second, pair.First, 1e-5)));
        }
        Assert.Equal(35, rows.Select(row => string.Join(',', row.Select(value => Math.Round(value, 4)))).Distinct().Count());
    }

    // Half of the way: x = A(η/2) + c + ε with the noise of the end, and half of the weight on the true law.
    [Fact]
    public void Load_AFractionOfTheTraining_HasThatMuchOfTheSignal()
    {
        Planted planted = new(DModel: 3, Noise: 0);
        float[] end = At(1), half = At(0.5f), start = At(1e-9f);

        Assert.All(Enumerable.Range(0, end.Length), i => Assert.Equal((end[i] + start[i]) / 2, half[i], 1e-5));
        Assert.Equal(
            s_contexts.NextToken.Skip(2).Select(p => Math.Round((p / 2) + 0.25, 5)),
            Blocks(planted, [], 1, 0.5f).SelectMany(block => block.LogProbabilities).Select(log => Math.Round(Math.Exp(log), 5)));

        float[] At(float fraction) => [.. Blocks(planted, ["ln_final"], 1, fraction).SelectMany(block => block.Activations[0])];
    }

    [Fact]
    public void InPlaceOf_AnotherArchitecture_HasItsHooksAndWidths()
    {
        Planted original = new(DModel: 7, Layers: 3), stand = Planted.InPlaceOf(original, new BeliefCode(), 0.5);

        Assert.Equal(original.Hooks, stand.Hooks);
        Assert.All(original.Hooks, hook => Assert.Equal(7, stand.Width(hook)));
        Assert.Equal(0.5, stand.Noise);
    }

    [Fact]
    public void Check_PropertiesOutOfRange_AreAllReported()
    {
        List<Problem> problems = [];

        new Planted(DModel: 0, Noise: -1, Layers: 0, Uniform: 2).Check(Scope.Root("a.json", null, problems), 8);

        Assert.Equal(["$.dModel", "$.layers", "$.noise", "$.uniform"], problems.Select(problem => problem.Path));
    }

    private static ActivationBlock[] Blocks(Planted planted, IReadOnlyList<string> hooks, int seed, params float[] parameters)
    {
        Collector collector = new();
        using INetwork network = planted.Load(s_contexts.Tree, new Seed(seed), parameters);
        network.Evaluate(s_contexts.Tree, hooks, collector, CancellationToken.None);
        return [.. collector.Blocks];
    }

    private sealed class Collector : IActivationVisitor
    {
        public List<ActivationBlock> Blocks { get; } = [];

        public void Visit(ActivationBlock block) => Blocks.Add(block);
    }
}
