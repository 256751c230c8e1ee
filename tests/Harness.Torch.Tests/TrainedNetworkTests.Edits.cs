using Harness.Activations;
using Harness.Beliefs;
using Harness.Measurements;
using Harness.Numerics;

namespace Harness.Torch.Tests;

public sealed partial class TrainedNetworkTests
{
    public static TheoryData<string, string> EveryHook
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach ((string name, LearnedArchitecture architecture) in Architectures.Small)
            {
                // A cell is shown after it was read.
                foreach (string hook in architecture.Hooks.Where(hook => !hook.EndsWith("hook_cell", StringComparison.Ordinal)))
                {
                    all.Add(name, hook);
                }
            }
            return all;
        }
    }

    // What is written at a hook is what the pass goes on from: in that context, and in none that does not continue it.
    [Theory]
    [MemberData(nameof(EveryHook))]
    public void Evaluate_WithAnEdit_ChangesThatContextAndWhatFollowsIt(string name, string hook)
    {
        LearnedArchitecture architecture = Architectures.Small[name];
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 4);
        using INetwork network = architecture.Initialise(tree, new Seed(5));
        int first = tree.LevelStart[2], edited = first + 4;
        double[]?[] shifts = new double[]?[9];
        shifts[4] = [.. Enumerable.Range(0, architecture.Width(hook)).Select(i => i % 2 == 0 ? 3.0 : -2.0)];
        Recorder before = new([hook], 3), same = new([hook], 3), after = new([hook], 3);

        network.Evaluate(tree, [hook], before, CancellationToken.None);
        ((IEditableNetwork)network).Evaluate(tree, [hook], same, new ActivationShift(hook, first, new double[]?[9]), CancellationToken.None);
        ((IEditableNetwork)network).Evaluate(tree, [hook], after, new ActivationShift(hook, first, shifts), CancellationToken.None);

        Assert.Equal(before.Rows["law"].SelectMany(row => row), same.Rows["law"].SelectMany(row => row));
        Assert.Equal(before.Rows[hook][edited - 1].Select((value, i) => value + (float)shifts[4]![i]), after.Rows[hook][edited - 1]);
        Assert.NotEqual(before.Rows["law"][edited - 1], after.Rows["law"][edited - 1]);
        for (int node = 1; node < tree.Count; node++)
        {
            if (tree.Word(node) is not [var one, var two, ..] || one != tree.Word(edited)[0] || two != tree.Word(edited)[1])
            {
                Assert.Equal(before.Rows["law"][node - 1], after.Rows["law"][node - 1]);
            }
        }
    }

    // What a transformer's last layer wrote belongs to its context alone; what the first layer wrote is read by all that follow.
    [Theory]
    [InlineData("blocks.1.hook_resid_post", false)]
    [InlineData("blocks.0.hook_resid_post", true)]
    [InlineData("hook_embed", true)]
    public void Evaluate_WithAnEdit_IsHeardOfLaterThroughAttention(string hook, bool heard)
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 4);
        using INetwork network = Architecture.Initialise(tree, new Seed(5));
        int first = tree.LevelStart[2];
        double[]?[] shifts = [.. Enumerable.Range(0, 9).Select(_ => Enumerable.Range(0, 16).Select(i => i % 2 == 0 ? 3.0 : -2.0).ToArray())];
        Recorder before = new([hook], 3), after = new([hook], 3);
        network.Evaluate(tree, [hook], before, CancellationToken.None);
        ((IEditableNetwork)network).Evaluate(tree, [hook], after, new ActivationShift(hook, first, shifts), CancellationToken.None);

        bool changed = !before.Rows["law"].Skip(tree.LevelStart[4] - 1).SelectMany(row => row).SequenceEqual(after.Rows["law"].Skip(tree.LevelStart[4] - 1).SelectMany(row => row));

        Assert.Equal(heard, changed);
    }
}
