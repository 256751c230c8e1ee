using Harness.Activations;

namespace Harness.Torch.Tests;

/// <summary>Keeps everything that an evaluation hands over.</summary>
internal sealed class Recorder(IReadOnlyList<string> hooks, int alphabet) : IActivationVisitor
{
    public Dictionary<string, List<float[]>> Rows { get; } = hooks.Append("law").ToDictionary(hook => hook, _ => new List<float[]>());

    /// <summary>The node of each row, in the order of the visits.</summary>
    public List<int> Nodes { get; } = [];

    public void Visit(ActivationBlock block)
    {
        Nodes.AddRange(Enumerable.Range(block.FirstNode, block.Count));
        for (int i = 0; i < hooks.Count; i++)
        {
            Rows[hooks[i]].AddRange(block.Activations[i].Take(block.Count * block.Widths[i]).Chunk(block.Widths[i]));
        }
        Rows["law"].AddRange(block.LogProbabilities.Take(block.Count * alphabet).Chunk(alphabet));
    }
}
