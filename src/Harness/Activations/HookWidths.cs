namespace Harness.Activations;

/// <summary>The shape of a network as a list.</summary>
internal sealed class HookWidths(IReadOnlyList<(string Name, int Width)> hooks) : INetworkShape
{
    public IReadOnlyList<string> Hooks { get; } = [.. hooks.Select(hook => hook.Name)];

    public static HookWidths Of(INetworkShape shape) => new([.. shape.Hooks.Select(hook => (hook, shape.Width(hook)))]);

    public int Width(string hook) => hooks.First(entry => entry.Name == hook).Width;

    public bool Same(INetworkShape other) => Hooks.SequenceEqual(other.Hooks) && Hooks.All(hook => Width(hook) == other.Width(hook));
}
