namespace Harness.Activations;

/// <summary>What can be read of a network: its hooks and how wide they are.</summary>
internal interface INetworkShape
{
    /// <summary>The hooks a location can name, in the order of the forward pass.</summary>
    IReadOnlyList<string> Hooks { get; }

    /// <summary>The width of a hook.</summary>
    int Width(string hook);
}
