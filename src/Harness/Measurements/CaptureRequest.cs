using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Collects what the measurements of an experiment need from one evaluation of a network.</summary>
internal sealed class CaptureRequest(Architecture architecture)
{
    private readonly List<CaptureKey> _keys = [];

    public IReadOnlyList<CaptureKey> Keys => _keys;

    /// <summary>The hooks needed, in the network's order.</summary>
    public IReadOnlyList<string> Hooks => [.. architecture.Hooks.Where(hook => _keys.Any(key => Resolve(key.Location).Contains(hook)))];

    public void Add(CaptureKey key)
    {
        if (!_keys.Contains(key))
        {
            _keys.Add(key);
        }
    }

    public IReadOnlyList<string> Resolve(Location location) => location.Resolve(architecture.Hooks);

    public int Width(string hook) => architecture.Width(hook);
}
