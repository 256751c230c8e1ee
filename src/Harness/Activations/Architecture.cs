using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Activations;

/// <summary>A kind of network: its properties are its JSON, and it builds and trains itself.</summary>
internal abstract record Architecture : INetworkShape
{
    /// <summary>The hooks a location can name, in the order of the forward pass.</summary>
    public abstract IReadOnlyList<string> Hooks { get; }

    /// <summary>Reports what is wrong with these properties for a window of so many tokens.</summary>
    public abstract void Check(Scope at, int window);

    /// <summary>The width of a hook.</summary>
    public abstract int Width(string hook);

    /// <summary>True for architectures that learn; a planted one does not.</summary>
    public virtual bool Learns => true;

    /// <summary>The network as it is before training, from the stream "initialisation" of the seed.</summary>
    public abstract INetwork Initialise(BeliefTree tree, Seed seed);

    /// <summary>A network with the given parameters, as <see cref="INetwork.Parameters"/> gave them.</summary>
    public abstract INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters);

    /// <summary>The parameters by the names and in the shapes that others know them by, in a fixed order; none where nothing is learned.</summary>
    public virtual IReadOnlyList<(string Name, int[] Shape)> ParameterShapes(BeliefTree tree) => [];

    /// <summary>Flat parameters as tensors of <see cref="ParameterShapes"/>.</summary>
    public virtual IReadOnlyList<NamedTensor> Tensors(BeliefTree tree, ReadOnlySpan<float> parameters) => [];

    /// <summary>The flat parameters that such tensors, in any order, are.</summary>
    public virtual float[] Flat(BeliefTree tree, IReadOnlyList<NamedTensor> tensors) => [];

    /// <summary>Trains from <see cref="Initialise"/> and returns the final parameters with the record of the training.</summary>
    /// <param name="states">Where an interrupted training is taken up again; the final bits do not depend on it.</param>
    public abstract TrainedParameters Train(TrainingTask task, ITrainingStates states, IProgress<TrainingProgress> progress, CancellationToken cancellation);
}
