using Harness.Activations;
using Harness.Measurements;

namespace Harness.Tests.Trials;

/// <summary>A deliberate fault: the network's log-probabilities taken to base 2.</summary>
internal sealed class BaseTwoLogs(LossAccumulator losses) : IActivationVisitor
{
    public void Visit(ActivationBlock block) => losses.Visit(block with { LogProbabilities = [.. block.LogProbabilities.Select(log => (float)(log / Math.Log(2)))] });
}
