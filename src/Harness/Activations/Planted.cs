using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Activations;

/// <summary>A network whose representation is known: every residual location is an affine image of a planted code, the belief, plus noise.</summary>
/// <remarks>
/// It predicts the exact next-token law mixed with the uniform one. Nothing is trained, so that a whole run takes milliseconds: it is the
/// positive control of every probe. Before "training" its residual locations are an affine image of the last token only; a fraction f of
/// the way through it the belief's image has f of its final size beside the same noise, and predictions f of their final weight.
/// </remarks>
/// <param name="DModel">Width of every location.</param>
/// <param name="Noise">Standard deviation of the noise added to each coordinate; the image's coordinates have unit scale.</param>
/// <param name="Uniform">Weight of the uniform law in the predictions, in [0, 1]: raises the loss gap.</param>
/// <param name="Diverges">Acts as a training whose loss stopped being finite.</param>
/// <param name="Code">What is planted; the belief where nothing is said.</param>
/// <param name="NoiseTrend">Factor of the noise from each location to the next, in the order of the forward pass; 1 where nothing is said.</param>
internal sealed record Planted(int DModel = 16, double Noise = 0.01, int Layers = 1, double Uniform = 0, bool Diverges = false, PlantedCode? Code = null, double? NoiseTrend = null) : Architecture
{
    private IReadOnlyList<(string Name, int Width)>? _like;

    public override IReadOnlyList<string> Hooks => _like is { } like
        ? [.. like.Select(hook => hook.Name)]
        : ["hook_embed", .. Enumerable.Range(0, Layers).Select(i => FormattableString.Invariant($"blocks.{i}.hook_resid_post")), "ln_final"];

    public override bool Learns => false;

    /// <summary>A planted network with another architecture's hooks and widths.</summary>
    public static Planted InPlaceOf(Architecture other, PlantedCode code, double noise, double? trend = null) =>
        new(Noise: noise, Code: code, NoiseTrend: trend) { _like = [.. other.Hooks.Select(hook => (hook, other.Width(hook)))] };

    /// <summary>Embeddings know the last token only, before and after training; other locations carry the code.</summary>
    public static bool CarriesBelief(string hook) => !hook.Contains("embed", StringComparison.Ordinal);

    public override int Width(string hook) => _like?.First(entry => entry.Name == hook).Width ?? DModel;

    /// <summary>Standard deviation of the noise at a location.</summary>
    public double NoiseAt(string hook) => NoiseTrend is { } trend ? Noise * Math.Pow(trend, Hooks.ToList().IndexOf(hook)) : Noise;

    public override void Check(Scope at, int window)
    {
        at["dModel"].InRange(DModel, 1, 4096);
        at["layers"].InRange(Layers, 1, 64);
        at["noise"].InRange(Noise, 0, 100);
        at["noiseTrend"].InRange(NoiseTrend ?? 1, 0.01, 100);
        at["uniform"].InRange(Uniform, 0, 1);
    }

    public override INetwork Initialise(BeliefTree tree, Seed seed) => new PlantedNetwork(this, seed, learned: 0);

    /// <param name="parameters">The fraction of the training that is over; none when all of it is.</param>
    public override INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters) =>
        new PlantedNetwork(this, seed, parameters.Length > 0 ? parameters[0] : 1);

    public override TrainedParameters Train(TrainingTask task, ICheckpoints checkpoints, IProgress<TrainingProgress> progress, CancellationToken cancellation) =>
        new([], new TrainingRecord(0, Diverges ? 1 : null, []), [.. task.Training.CheckpointSteps.Select(step => new Checkpoint(step, [(float)step / task.Training.Steps]))]);
}
