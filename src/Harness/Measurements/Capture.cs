using Harness.Activations;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>What the evaluation of one network leaves behind: its exact loss, the cross-products of every requested location, and what probes decode.</summary>
internal sealed class Capture : IActivationVisitor
{
    private readonly Dictionary<CaptureKey, (CrossProducts Products, int[] Hooks)> _products = [];
    private readonly Dictionary<(CaptureKey, Target, Partition), RidgeProbe> _probes = [];
    private readonly Dictionary<ProbeKey, ProbeScores> _scores = [];
    private readonly Dictionary<CaptureKey, Spectrum?> _variances = [];
    private readonly LossAccumulator _losses;
    private Dictionary<ProbeKey, DecodedTable> _decoded = [];

    /// <param name="targets">What probes of this network will be asked to decode.</param>
    /// <param name="request">The locations to keep.</param>
    public Capture(ContextTable contexts, TargetTable targets, CaptureRequest request)
    {
        _losses = new LossAccumulator(contexts);
        Targets = targets;
        Hooks = request.Hooks;
        foreach (CaptureKey key in request.Keys)
        {
            int[] hooks = [.. request.Resolve(key.Location).Select(hook => Hooks.ToList().IndexOf(hook))];
            int width = request.Resolve(key.Location).Sum(request.Width);
            _products[key] = (new CrossProducts(contexts, targets, width, key.Weighting, key.Scope, repetition: key.Repetition), hooks);
        }
    }

    /// <summary>The hooks that the network must hand over, in this order.</summary>
    public IReadOnlyList<string> Hooks { get; }

    public TargetTable Targets { get; }

    public LossProfile Loss => _losses.Profile();

    /// <summary>Evaluates a network, and a second time where targets are to be decoded context by context.</summary>
    public static Capture Of(INetwork network, ContextTable contexts, TargetTable targets, CaptureRequest request, CancellationToken cancellation)
    {
        Capture capture = new(contexts, targets, request);
        network.Evaluate(contexts.Tree, capture.Hooks, capture, cancellation);
        capture.Finish();
        if (request.Decoded.Count > 0)
        {
            Decoding decoding = new(contexts, capture, request);
            network.Evaluate(contexts.Tree, decoding.Hooks, decoding, cancellation);
            capture._decoded = decoding.Tables;
        }
        return capture;
    }

    public CrossProducts Products(CaptureKey key) => _products[key].Products;

    /// <summary>The fits of a target at a location, worked out as they are asked for, once.</summary>
    public RidgeProbe Probe(CaptureKey key, Target target, Partition partition)
    {
        if (!_probes.TryGetValue((key, target, partition), out RidgeProbe? probe))
        {
            _probes[(key, target, partition)] = probe = new RidgeProbe(Products(key), partition, target);
        }
        return probe;
    }

    /// <summary>How well a target and its variants are decoded from a location: worked out once for all of them, however many claims ask.</summary>
    public ProbeScores Scores(ProbeKey key)
    {
        if (!_scores.TryGetValue(key, out ProbeScores? scores))
        {
            _scores[key] = scores = ProbeScores.Of(Probe(key.Capture, key.Target, key.Partition), key.Fit);
        }
        return scores;
    }

    /// <summary>Variances of the activations at a location along their principal axes; null where nothing varies.</summary>
    public Spectrum? Variances(CaptureKey key)
    {
        if (!_variances.TryGetValue(key, out Spectrum? spectrum))
        {
            _variances[key] = spectrum = Products(key).FeatureVariances();
        }
        return spectrum;
    }

    /// <summary>What a requested probe decodes from every context.</summary>
    public DecodedTable Decoded(ProbeKey key) => _decoded[key];

    public void Visit(ActivationBlock block)
    {
        _losses.Visit(block);
        foreach ((CrossProducts products, int[] hooks) in _products.Values)
        {
            products.Add(block.FirstNode - 1, block.Count, (row, features) => block.Read(hooks, row, features));
        }
    }

    /// <summary>Completes the sums after the last block.</summary>
    public void Finish()
    {
        foreach ((CrossProducts products, _) in _products.Values)
        {
            products.Finish();
        }
    }
}
