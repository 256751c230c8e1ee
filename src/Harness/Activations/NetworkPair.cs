namespace Harness.Activations;

/// <summary>A network as it is judged, and the same network before its training.</summary>
/// <param name="Untrained">Null where nobody has it: then the null "untrained" is undefined.</param>
internal sealed record NetworkPair(INetwork Trained, INetwork? Untrained) : IDisposable
{
    public void Dispose()
    {
        Trained.Dispose();
        Untrained?.Dispose();
    }
}
