using Harness.Numerics;
using Harness.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch.Tests;

public sealed class ParameterUpdateTests
{
    public static TheoryData<string> Optimizers => ["adam", "adamw", "sgd"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Apply_ManySteps_FollowsTheReferenceImplementation(string name)
    {
        NativeRuntime.Enter();
        using DisposeScope scope = NewDisposeScope();
        const int count = 37;
        RandomStream random = new Seed(1).Stream("test");
        float[] values = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
        using TorchSharp.Modules.Parameter reference = new(tensor(values));
        Optimizer recipe = name switch
        {
            "adam" => new Adam(0.01, WeightDecay: 0.1),
            "adamw" => new AdamW(0.01, WeightDecay: 0.1),
            _ => new Sgd(0.01, Momentum: 0.9, WeightDecay: 0.1),
        };
        using optim.Optimizer native = name switch
        {
            "adam" => optim.Adam([reference], 0.01, 0.9, 0.999, 1e-8, 0.1),
            "adamw" => optim.AdamW([reference], 0.01, 0.9, 0.999, 1e-8, 0.1),
            _ => optim.SGD([reference], 0.01, 0.9, 0, 0.1),
        };
        ParameterUpdate update = ParameterUpdate.For(recipe, count);
        for (int step = 0; step < 20; step++)
        {
            float[] gradient = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
            reference.grad = tensor(gradient);
            native.step();
            update.Apply(values, gradient, recipe.LearningRate);
        }
        float[] expected = reference.detach().data<float>().ToArray();
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(expected[i], values[i], 1e-5);
        }
    }
}
