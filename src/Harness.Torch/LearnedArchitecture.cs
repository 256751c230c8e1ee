using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Training;

namespace Harness.Torch;

/// <summary>An architecture whose networks are trained by gradient descent on the prefix tree.</summary>
internal abstract record LearnedArchitecture : Architecture
{
    /// <summary>The most parameters that are trained here.</summary>
    protected const long MostParameters = 100_000_000;

    public override INetwork Initialise(BeliefTree tree, Seed seed) => Load(tree, seed, InitialValues(tree, seed));

    public override INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters)
    {
        NativeRuntime.Enter();
        return new TrainedNetwork(Weights(tree, parameters, learns: false));
    }

    public override TrainedParameters Train(TrainingTask task, ITrainingStates states, IProgress<TrainingProgress> progress, CancellationToken cancellation)
    {
        NativeRuntime.Enter();
        using NetworkWeights weights = Weights(task.Tree, InitialValues(task.Tree, task.Seed), learns: true);
        return new TrainingLoop(task, weights, states).Run(progress, cancellation);
    }

    public override IReadOnlyList<(string Name, int[] Shape)> ParameterShapes(BeliefTree tree) =>
        [.. Table(tree).Parameters.Select(parameter => (parameter.Name, parameter.Shape))];

    public override IReadOnlyList<NamedTensor> Tensors(BeliefTree tree, ReadOnlySpan<float> parameters)
    {
        float[] values = parameters.ToArray();
        return [.. Table(tree).Parameters.Select(parameter => new NamedTensor(parameter.Name, parameter.Shape, [.. parameter.Indices().Select(index => values[index])]))];
    }

    public override float[] Flat(BeliefTree tree, IReadOnlyList<NamedTensor> tensors)
    {
        ParameterTable table = Table(tree);
        float[] values = new float[table.Count];
        foreach (NamedTensor tensor in tensors)
        {
            foreach ((int index, float value) in table[tensor.Name].Indices().Zip(tensor.Values))
            {
                values[index] = value;
            }
        }
        return values;
    }

    /// <summary>The parameter table for a process and a window, which are the tree's.</summary>
    public abstract ParameterTable Table(BeliefTree tree);

    /// <summary>A network with these parameters.</summary>
    public abstract NetworkWeights Weights(BeliefTree tree, ReadOnlySpan<float> parameters, bool learns);

    private float[] InitialValues(BeliefTree tree, Seed seed) => Table(tree).Draw(seed.Stream("initialisation"));
}
