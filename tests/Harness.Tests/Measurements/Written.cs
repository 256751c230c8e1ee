using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Tests.Measurements;

/// <summary>A network whose one location holds what a test writes there; it predicts the exact law.</summary>
/// <param name="Activation">The activation of a tree node.</param>
/// <param name="Before">What a second location before it holds; null: there is none.</param>
internal sealed record Written(int DModel, Func<BeliefTree, int, double[]> Activation, Func<BeliefTree, int, double[]>? Before = null) : Architecture
{
    public override IReadOnlyList<string> Hooks => Before is null ? ["ln_final"] : ["blocks.0.hook_resid_post", "ln_final"];

    public override void Check(Scope at, int window)
    {
    }

    public override int Width(string hook) => DModel;

    public override INetwork Initialise(BeliefTree tree, Seed seed) => new Network(this);

    public override INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters) => new Network(this);

    public override TrainedParameters Train(TrainingTask task, ITrainingStates states, IProgress<TrainingProgress> progress, CancellationToken cancellation) =>
        new([], new TrainingRecord(0, null, []));

    private sealed class Network(Written written) : INetwork
    {
        public float[] Parameters() => [];

        public void Dispose()
        {
        }

        public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
        {
            double[] law = new double[tree.Process.SymbolCount];
            for (int level = 1; level <= tree.Depth; level++)
            {
                int first = tree.LevelStart[level], count = tree.LevelStart[level + 1] - first;
                List<float> activations = [], before = [], logs = [];
                for (int node = first; node < first + count; node++)
                {
                    activations.AddRange(written.Activation(tree, node).Select(value => (float)value));
                    before.AddRange((written.Before?.Invoke(tree, node) ?? []).Select(value => (float)value));
                    tree.NextToken(node, law);
                    logs.AddRange(law.Select(p => (float)Math.Log(Math.Max(p, 1e-30))));
                }
                visitor.Visit(new ActivationBlock(first, count, [.. hooks.Select(hook => (hook == "ln_final" ? activations : before).ToArray())], [.. hooks.Select(_ => written.DModel)], [.. logs]));
            }
        }
    }
}
