using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch.Tests;

public sealed partial class TrainedNetworkTests
{
    private static readonly Transformer Architecture = new(2, 2, 16, 4, 32);

    [Fact]
    public void Evaluate_EveryContext_EqualsItsRowInAnOrdinaryForwardPass()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 6);
        using INetwork network = Architecture.Initialise(tree, new Seed(2));
        string[] hooks = ["ln_final", "blocks.0.hook_resid_mid", "blocks.1.hook_resid_post"];
        Recorder seen = new(hooks, 3);
        network.Evaluate(tree, hooks, seen, CancellationToken.None);

        using DisposeScope scope = NewDisposeScope();
        int leaves = tree.Count - tree.LevelStart[6];
        Tensor rows = tensor(Enumerable.Range(tree.LevelStart[6], leaves).SelectMany(tree.Word).Select(token => (long)token).ToArray()).view(leaves, 6);
        Dictionary<string, Tensor> expected = [];
        expected["law"] = new PlainBatch(Architecture.Layout(tree), network.Parameters()).LogProbabilities(rows, (hook, x) => expected[hook] = x);
        foreach (string hook in hooks.Append("law"))
        {
            float[] flat = expected[hook].detach().contiguous().data<float>().ToArray();
            int width = flat.Length / (leaves * 6);
            for (int leaf = 0; leaf < leaves; leaf += 7)
            {
                for (int length = 6, node = tree.LevelStart[6] + leaf; length > 0; length--, node = tree.Parents[node])
                {
                    float[] actual = seen.Rows[hook][node - 1];
                    for (int i = 0; i < width; i++)
                    {
                        Assert.Equal(flat[(((leaf * 6) + length - 1) * width) + i], actual[i], 2e-5);
                    }
                }
            }
        }
    }

    [Fact]
    public void Evaluate_DeeperTree_LeavesShorterContextsUntouched()
    {
        Transformer architecture = Architecture with { Context = 7 };
        BeliefTree shallow = BeliefTree.Grow(KnownProcesses.Rrxor(), 4), deep = BeliefTree.Grow(KnownProcesses.Rrxor(), 7);
        using INetwork network = architecture.Initialise(deep, new Seed(2));
        Recorder few = new(architecture.Hooks, 2), many = new(architecture.Hooks, 2);
        network.Evaluate(shallow, architecture.Hooks, few, CancellationToken.None);
        network.Evaluate(deep, architecture.Hooks, many, CancellationToken.None);
        foreach (string hook in architecture.Hooks)
        {
            Assert.Equal(few.Rows[hook].SelectMany(row => row), many.Rows[hook].Take(shallow.Count - 1).SelectMany(row => row));
        }
    }

    [Fact]
    public void Evaluate_AnyTree_VisitsEveryNodeOnceInOrderWithNormalisedLaws()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 9);
        using INetwork network = Architecture.Initialise(tree, new Seed(2));
        Recorder seen = new([], 3);
        network.Evaluate(tree, [], seen, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, tree.Count - 1), seen.Nodes);
        Assert.All(seen.Rows["law"], law => Assert.Equal(1, law.Sum(value => Math.Exp(value)), 1e-5));
    }

    [Fact]
    public void Evaluate_AllHooks_HaveTheirWidth()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Z1R(), 3);
        using INetwork network = Architecture.Initialise(tree, new Seed(2));
        Recorder seen = new(Architecture.Hooks, 2);
        network.Evaluate(tree, Architecture.Hooks, seen, CancellationToken.None);
        Assert.All(Architecture.Hooks, hook => Assert.All(seen.Rows[hook], row => Assert.Equal(Architecture.Width(hook), row.Length)));
        Assert.All(Architecture.Hooks, hook => Assert.Equal(tree.Count - 1, seen.Rows[hook].Count));
    }

    [Fact]
    public void Evaluate_UnknownHookOrTooDeepTree_IsRefused()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Z1R(), 3);
        using INetwork network = Architecture.Initialise(tree, new Seed(2));
        Recorder seen = new([], 2);
        Assert.Throws<ArgumentException>(() => network.Evaluate(tree, ["blocks.9.hook_resid_post"], seen, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => network.Evaluate(BeliefTree.Grow(KnownProcesses.Z1R(), 4), [], seen, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => network.Evaluate(tree, [], seen, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Load_ParametersOfAnotherNetwork_GivesThatNetwork()
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Z1R(), 5);
        using INetwork first = Architecture.Initialise(tree, new Seed(11));
        using INetwork second = Architecture.Load(tree, new Seed(12), first.Parameters());
        Recorder one = new([], 2), two = new([], 2);
        first.Evaluate(tree, [], one, CancellationToken.None);
        second.Evaluate(tree, [], two, CancellationToken.None);
        Assert.Equal(one.Rows["law"].SelectMany(row => row), two.Rows["law"].SelectMany(row => row));
    }
}
