using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Decodes the targets of every context in a second evaluation of a network, each context by a map that was fitted without it.</summary>
internal sealed class Decoding : IActivationVisitor
{
    private readonly List<(int[] Hooks, double[] Features, ProbeScores Scores, int[]? FoldOf, DecodedTable Table)> _readers = [];

    /// <param name="capture">The finished first evaluation, which the maps are fitted on.</param>
    public Decoding(ContextTable contexts, Capture capture, CaptureRequest request)
    {
        Hooks = request.HooksOf(request.Decoded.Select(key => key.Capture));
        foreach (ProbeKey key in request.Decoded)
        {
            int[] hooks = [.. request.Resolve(key.Capture.Location).Select(hook => Hooks.ToList().IndexOf(hook))];
            ProbeScores scores = capture.Scores(key);
            DecodedTable table = new(contexts, capture.Targets, key, [.. scores.Variants.Select(variant => variant.Score)]);
            _readers.Add((hooks, new double[capture.Products(key.Capture).Features], scores, contexts.FoldsOf(key.Partition), table));
            Tables[key] = table;
        }
    }

    /// <summary>The hooks that the network must hand over, in this order.</summary>
    public IReadOnlyList<string> Hooks { get; }

    public Dictionary<ProbeKey, DecodedTable> Tables { get; } = [];

    public void Visit(ActivationBlock block)
    {
        foreach ((int[] hooks, double[] features, ProbeScores scores, int[]? foldOf, DecodedTable table) in _readers)
        {
            for (int row = 0; row < block.Count; row++)
            {
                int context = block.FirstNode - 1 + row;
                block.Read(hooks, row, features);
                scores.Decode(features, foldOf?[context] ?? 0, table, context);
            }
        }
    }
}
