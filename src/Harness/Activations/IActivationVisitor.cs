namespace Harness.Activations;

/// <summary>Receives a network's activations level by level of the prefix tree; there is never one table of all of them.</summary>
internal interface IActivationVisitor
{
    void Visit(ActivationBlock block);
}
