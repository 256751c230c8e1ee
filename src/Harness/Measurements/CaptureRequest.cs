using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Collects what the measurements of an experiment need from evaluations of a network.</summary>
internal sealed class CaptureRequest(INetworkShape architecture)
{
    private readonly List<CaptureKey> _keys = [];
    private readonly List<Target> _targets = [Target.Belief];
    private readonly List<ProbeKey> _decoded = [];
    private readonly List<Measurement> _followed = [];
    private readonly List<InterventionKey> _interventions = [];

    /// <summary>The cross-products to keep.</summary>
    public IReadOnlyList<CaptureKey> Keys => _keys;

    /// <summary>What probes will be asked to decode.</summary>
    public IReadOnlyList<Target> Targets => _targets;

    /// <summary>The probes whose decoded targets are needed context by context: they take a second evaluation.</summary>
    public IReadOnlyList<ProbeKey> Decoded => _decoded;

    /// <summary>The measurements that are needed at every checkpoint of the training.</summary>
    public IReadOnlyList<Measurement> Followed => _followed;

    /// <summary>The edits to try: they take further evaluations.</summary>
    public IReadOnlyList<InterventionKey> Interventions => _interventions;

    /// <summary>The hooks needed, in the network's order.</summary>
    public IReadOnlyList<string> Hooks => HooksOf(_keys);

    public void Add(CaptureKey key) => AddOnce(_keys, key);

    /// <summary>Asks for what a probe of some target reads.</summary>
    public void Add(ProbeKey key)
    {
        Add(key.Capture);
        AddOnce(_targets, key.Target);
    }

    /// <summary>Asks for what a probe decodes, context by context.</summary>
    public void Decode(ProbeKey key)
    {
        Add(key);
        AddOnce(_decoded, key);
    }

    /// <summary>Asks for what edits do.</summary>
    public void Intervene(InterventionKey key)
    {
        Add(key.Capture);
        AddOnce(_targets, Target.NextToken);
        AddOnce(_interventions, key);
    }

    /// <summary>Asks for a target that nothing decodes.</summary>
    public void Add(Target target) => AddOnce(_targets, target);

    /// <summary>Asks for a measurement at every checkpoint, and of the trained network.</summary>
    public void Follow(Measurement measure)
    {
        AddOnce(_followed, measure);
        measure.Request(this);
    }

    public IReadOnlyList<string> Resolve(Location location) => location.Resolve(architecture.Hooks);

    /// <summary>The single locations of a pattern.</summary>
    public IReadOnlyList<Location> Expand(Location pattern) => pattern.Expand(architecture.Hooks);

    /// <summary>The hooks that some cross-products read, in the network's order.</summary>
    public IReadOnlyList<string> HooksOf(IEnumerable<CaptureKey> keys)
    {
        HashSet<string> read = [.. keys.SelectMany(key => Resolve(key.Location))];
        return [.. architecture.Hooks.Where(read.Contains)];
    }

    public int Width(string hook) => architecture.Width(hook);

    private static void AddOnce<T>(List<T> list, T item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }
}
