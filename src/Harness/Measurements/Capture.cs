using Harness.Activations;

namespace Harness.Measurements;

/// <summary>What one evaluation of one network leaves behind: its exact loss and the cross-products of every requested location.</summary>
internal sealed class Capture : IActivationVisitor
{
    private readonly Dictionary<CaptureKey, (CrossProducts Products, int[] Hooks)> _products = [];
    private readonly Dictionary<(CaptureKey, Partition), ProbeScores> _scores = [];
    private readonly LossAccumulator _losses;

    /// <param name="request">The locations to keep.</param>
    /// <param name="targets">What probes of this network will be asked to decode.</param>
    public Capture(ContextTable contexts, TargetTable targets, CaptureRequest request)
    {
        _losses = new LossAccumulator(contexts);
        Hooks = request.Hooks;
        foreach (CaptureKey key in request.Keys)
        {
            int[] hooks = [.. request.Resolve(key.Location).Select(hook => Hooks.ToList().IndexOf(hook))];
            int width = request.Resolve(key.Location).Sum(request.Width);
            _products[key] = (new CrossProducts(contexts, targets, width, key.Weighting, key.Scope), hooks);
        }
    }

    /// <summary>The hooks that the network must hand over, in this order.</summary>
    public IReadOnlyList<string> Hooks { get; }

    public LossProfile Loss => _losses.Profile();

    public CrossProducts Products(CaptureKey key) => _products[key].Products;

    /// <summary>How well the targets are decoded from a location: worked out once for all of them, however many claims ask.</summary>
    public ProbeScores Scores(CaptureKey key, Partition partition)
    {
        if (!_scores.TryGetValue((key, partition), out ProbeScores? scores))
        {
            _scores[(key, partition)] = scores = ProbeScores.Of(Products(key), partition);
        }
        return scores;
    }

    public void Visit(ActivationBlock block)
    {
        _losses.Visit(block);
        foreach ((CrossProducts products, int[] hooks) in _products.Values)
        {
            products.Add(block.FirstNode - 1, block.Count, (row, features) =>
            {
                int at = 0;
                foreach (int hook in hooks)
                {
                    int width = block.Widths[hook];
                    ReadOnlySpan<float> source = block.Activations[hook].AsSpan(row * width, width);
                    for (int i = 0; i < width; i++)
                    {
                        features[at++] = source[i];
                    }
                }
            });
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
